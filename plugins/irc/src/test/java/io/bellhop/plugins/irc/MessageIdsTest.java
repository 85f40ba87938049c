package io.bellhop.plugins.irc;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.ChannelId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class MessageIdsTest {
    private static final ChannelId CHANNEL = Ids.channel("net", "#ops");
    private static final Instant START = Instant.parse("2026-12-01T12:00:00Z");

    @Test
    void areNewAfterARestartToo() {
        var seen = new HashSet<String>();
        var ids = new MessageIds(InstantSource.fixed(START));
        for (int i = 0; i < 4000; i++) {
            seen.add(ids.next(CHANNEL, "ann").id());
        }

        var again = new MessageIds(InstantSource.fixed(START.plusMillis(1)));

        assertThat(seen).hasSize(4000).doesNotContain(again.next(CHANNEL, "ann").id());
    }

    @Test
    void tellWhoWroteTheMessage() {
        var id = new MessageIds(InstantSource.system()).next(CHANNEL, "ann-marie");

        assertThat(MessageIds.nick(id)).isEqualTo("ann-marie");
    }
}
