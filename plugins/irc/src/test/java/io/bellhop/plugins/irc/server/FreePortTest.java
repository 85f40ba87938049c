package io.bellhop.plugins.irc.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class FreePortTest {
    @Test
    void isGivenOnceThoughNobodyListensThereYet() throws IOException {
        var given = new ArrayList<Integer>();
        for (int i = 0; i < 500; i++) {
            given.add(FreePort.next());
        }

        assertThat(given).doesNotHaveDuplicates();
    }
}
