package io.bellhop.core.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.command.Pages;
import org.junit.jupiter.api.Test;

class ConsoleChannelTest {
    @Test
    void showsALongListInOnePieceSinceItScrolls() {
        assertThat(new Pages(1_000_000, ConsoleChannel.LOBBY.lines(10)).last()).isEqualTo(1);
    }
}
