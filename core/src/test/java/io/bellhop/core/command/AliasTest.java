package io.bellhop.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.command.Aliases;
import io.bellhop.api.command.CodeBlock;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Rest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AliasTest {
    private static final UserId ANN = new UserId("test", "ann");

    private final Room room = new Room(new TrialCommands(), new Echo());
    private final Aliases aliases = room.host().aliases(Room.HOST);

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    static final class Echo {
        @Command(name = "echo", help = "Says it again.")
        String echo(@Rest String what) {
            return what;
        }

        @Command(name = "code", help = "Says the code again.")
        String code(@Rest String what, CodeBlock code) {
            return what + "|" + code.code();
        }
    }

    @Test
    void standsForALine() {
        aliases.put(ANN, "hey", "hi there");

        assertThat(room.ann("!hey")).isEqualTo("hello");
        assertThat(room.ann("!HEY")).isEqualTo("hello");
    }

    @Test
    void handsOnWhatFollowsAndCodeBlocks() {
        aliases.put(ANN, "say", "echo one");
        aliases.put(ANN, "c", "code one");

        assertThat(room.ann("!say  two 'three")).isEqualTo("one  two 'three");
        assertThat(room.ann("!c two\n```\nthree\n```")).isEqualTo("one two|three");
    }

    @Test
    void isItsUsersOwn() {
        aliases.put(ANN, "hey", "hello");

        assertThat(room.says("bob", "!hey")).singleElement().asString().contains("There is no command hey");
    }

    @Test
    void isCheckedAsTyped() {
        aliases.put(ANN, "s", "secret");
        aliases.put(ANN, "w", "slow");

        assertThat(room.ann("!s")).contains("(access.rank, ref ");
        room.rank("ann", Rank.ADMIN);
        assertThat(room.ann("!s")).isEqualTo("42");
        assertThat(room.ann("!w")).isEqualTo("ok");
        assertThat(room.ann("!slow")).contains("(command.cooldown, ref ");
    }

    @Test
    void neverTakesACommandsPlace() {
        aliases.put(ANN, "hello", "secret");
        aliases.put(ANN, "group", "secret");
        aliases.put(ANN, "hi", "secret");

        assertThat(room.ann("!hello")).isEqualTo("hello");
        assertThat(room.ann("!group")).contains("(command.incomplete, ref ");
        assertThat(room.ann("!hi")).contains("(command.incomplete, ref ");
        assertThat(aliases.isCommand("Group")).isTrue();
        assertThat(aliases.isCommand("hello")).isTrue();
        assertThat(aliases.isCommand("hey")).isFalse();
    }

    @Test
    void mayStandForAnotherButNotForItself() {
        aliases.put(ANN, "a", "b two");
        aliases.put(ANN, "b", "echo one");
        aliases.put(ANN, "ping", "pong");
        aliases.put(ANN, "pong", "ping");

        assertThat(room.ann("!a three")).isEqualTo("one two three");
        assertThat(room.ann("!ping")).contains("(command.alias-loop, ref ");
    }

    @Test
    void saysWhichCommandIsNotThere() {
        aliases.put(ANN, "a", "nothing here");

        assertThat(room.ann("!a")).contains("There is no command nothing").contains("(command.unknown, ref ");
    }

    @Test
    void goesWhenItIsRemovedOrItsPluginIs() throws InterruptedException {
        var other = room.host().aliases("other");
        room.host().announce("other", List.of());
        other.put(ANN, "hey", "hello");
        aliases.put(ANN, "ho", "hello");

        room.host().withdraw("other");
        aliases.remove(ANN, "ho");

        assertThat(room.ann("!hey")).contains("(command.unknown, ref ");
        assertThat(room.ann("!ho")).contains("(command.unknown, ref ");
    }

    @Test
    void staysWhileItsPluginIsPaused() {
        aliases.put(ANN, "hey", "hello");

        room.host().pause(Room.HOST);
        var waiting = room.send("ann", "!hey").toCompletableFuture();
        assertThat(waiting).isNotDone();
        room.time.advance(Duration.ofSeconds(6));

        assertThat(room.texts(0)).singleElement().asString().contains("(plugin.starting, ref ");
    }
}
