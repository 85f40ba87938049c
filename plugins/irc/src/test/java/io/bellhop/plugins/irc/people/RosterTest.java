package io.bellhop.plugins.irc.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.irc.wire.Line;
import io.bellhop.plugins.irc.wire.Source;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RosterTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Roster roster = new Roster(nanos::get);

    @Test
    void tellsOnceThatSomebodyIsUnknownToTheServer() {
        var line = Line.parse(":eve!e@host PRIVMSG bell :x").orElseThrow();
        roster.heard(line.source(), line, Accounts.UNKNOWN);
        assertThat(roster.unknown("bob")).isFalse();
        assertThat(roster.unknown("Eve")).isTrue();
        assertThat(roster.unknown("eve")).isFalse();
        assertThat(roster.hasLeft("eve!e@host")).isTrue();
        assertThat(roster.find("eve!e@host")).isEmpty();
    }

    @Test
    void knowsSomebodyByWhatTheyAreCalledNow() {
        var ann = roster.joined("#ops", Source.of("ann!a@host")).orElseThrow();
        assertThat(ann.identity()).isEqualTo("ann!a@host");
        roster.renamed("ann", "anna");
        roster.moved("anna", "a", "cloak");
        assertThat(ann.identity()).isEqualTo("anna!a@cloak");
        roster.account("anna", "ann");
        roster.renamed("anna", "ann_");
        assertThat(ann.identity()).isEqualTo("ann");
        roster.account("ann_", "*");
        assertThat(ann.identity()).isEqualTo("ann_!a@cloak");
    }

    @Test
    void takesNobodyForAnOperatorOfWhomTheServerHasNotSaidSoForLong() {
        var ann = roster.joined("#ops", Source.of("ann!a@host")).orElseThrow();
        roster.account("ann", "ann");
        assertThat(ann.administers()).isFalse();
        roster.flags("ann", true, false);
        assertThat(ann.administers()).isTrue();
        nanos.addAndGet(Person.STANDING.toNanos());
        assertThat(ann.administers()).isFalse();
        roster.flags("ann", true, false);
        assertThat(ann.administers()).isTrue();
    }
}
