package io.bellhop.plugins.irc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IrcChannelTest {
    private final IrcChannel channel = IrcChannel.of("libera", "#ops");

    @Test
    void showsFewLinesAtATimeSinceEachIsAMessage() {
        assertThat(channel.lines(20)).isEqualTo(8);
        assertThat(channel.lines(5)).isEqualTo(5);
    }
}
