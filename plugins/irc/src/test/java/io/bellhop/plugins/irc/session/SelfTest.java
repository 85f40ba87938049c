package io.bellhop.plugins.irc.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.irc.people.CaseMapping;
import io.bellhop.plugins.irc.wire.Source;
import org.junit.jupiter.api.Test;

class SelfTest {
    private final Self self = new Self("bell", () -> CaseMapping.RFC1459);

    @Test
    void leavesRoomForWhatTheServerPutsInFrontAsItIsNow() {
        int unseen = room();
        self.seen(Source.of("bell!b@host"));
        int seen = room();
        assertThat(seen)
                .isEqualTo(512 - ":bell!b@host PRIVMSG #ops :\r\n".length())
                .isGreaterThan(unseen);
        self.renamed("bellhop");
        assertThat(room()).isEqualTo(seen - 3);
        self.renamed("bell");
        self.hidden();
        assertThat(room()).isEqualTo(unseen);
    }

    @Test
    void isCalledSoInCapitalsToo() {
        self.renamed("be[l]");
        assertThat(self.is("BE{L}")).isTrue();
        assertThat(self.is("be")).isFalse();
    }

    private int room() {
        return self.room("PRIVMSG", "#ops");
    }
}
