package io.bellhop.plugins.irc.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.plugins.irc.people.Accounts;
import io.bellhop.plugins.irc.people.Person;
import io.bellhop.plugins.irc.people.Roster;
import io.bellhop.plugins.irc.wire.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlocksTest {
    private final List<String> heard = new ArrayList<>();
    private final Roster roster = new Roster(() -> 0);
    private final Person ann = someone("ann");
    private final Person bob = someone("bob");
    private long now;
    private final Blocks blocks = new Blocks(what -> heard.add(what.text()), () -> now);

    private Person someone(String nick) {
        var line = Line.parse(":" + nick + "!a@host PRIVMSG #ops :x").orElseThrow();
        return roster.heard(line.source(), line, Accounts.UNKNOWN);
    }

    private void says(Person person, String text) {
        blocks.hear(new Heard(person, Optional.of("#ops"), text, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"!ping", "!run js ```console.log(1)```", "!run js ```console.log(1)", "```a``` ```b```", "``"})
    void handALineOnAtOnceThatIsAllThatComes(String line) {
        says(ann, line);
        assertThat(heard).containsExactly(line);
    }

    @Test
    void makeOneMessageOfALineThatOpensAFenceAndAllUpToItsEnd() {
        says(ann, "!run js ```");
        says(ann, "let a = 1");
        says(ann, "");
        says(ann, "console.log(a)```");
        says(ann, "!ping");
        assertThat(heard).containsExactly("!run js ```\nlet a = 1\n\nconsole.log(a)```", "!ping");
    }

    @Test
    void takeASecondBlockThatOpensWhereTheFirstOneEnds() {
        says(ann, "!run ```js");
        says(ann, "console.log(readline())");
        says(ann, "``` ```");
        says(ann, "what it reads");
        says(ann, "```");
        assertThat(heard).containsExactly("!run ```js\nconsole.log(readline())\n``` ```\nwhat it reads\n```");
    }

    @Test
    void keepAFenceThatStandsInALongerOne() {
        says(ann, "!run markdown ````");
        says(ann, "```js");
        says(ann, "1");
        says(ann, "```");
        says(ann, "````");
        says(ann, "!ping");
        assertThat(heard).containsExactly("!run markdown ````\n```js\n1\n```\n````", "!ping");
    }

    @Test
    void keepPeopleAndPlacesApart() {
        says(ann, "```js");
        says(bob, "hello");
        blocks.hear(new Heard(ann, Optional.empty(), "alone", Optional.empty()));
        says(ann, "```");
        assertThat(heard).containsExactly("hello", "alone", "```js\n```");
    }

    @Test
    void handOnWhatNobodyGoesOnWith() {
        says(ann, "!run js ```");
        says(ann, "console.log(1)");
        now = Blocks.QUIET_NANOS;
        blocks.attempt();
        assertThat(heard).isEmpty();
        now++;
        blocks.attempt();
        blocks.attempt();
        assertThat(heard).containsExactly("!run js ```\nconsole.log(1)");
    }

    @Test
    void keepNoMoreThanFits() {
        says(ann, "```");
        says(ann, "x".repeat(Blocks.MOST_CHARS));
        assertThat(heard).hasSize(1);
        for (int i = 0; i <= 100; i++) {
            says(someone("user" + i), "```");
        }
        assertThat(heard).hasSize(2);
    }
}
