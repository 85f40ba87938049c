package io.bellhop.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.access.AccessRule.UserRank;
import io.bellhop.api.access.AccessRules;
import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.command.Command;
import io.bellhop.api.plugin.Registration;
import io.bellhop.core.access.AccessTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What commands meet while their plugin is being started, upgraded or taken away. */
class AwaitedPluginTest {
    private final TrialCommands trials = new TrialCommands();
    private final Adding adding = new Adding();
    private final Room room = new Room(trials, adding);

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    static final class Adding {
        int runs;

        @Command(name = "add", help = "Adds.")
        String add(int a, int b) {
            runs++;
            return String.valueOf(a + b);
        }
    }

    @Test
    void makesEarlyCommandsWaitForTheirPlugin() {
        room.host().announce("late", List.of());
        room.host().pause(Room.HOST);
        var answered = room.send("ann", "!hello");
        assertThat(room.connector.sent()).isEmpty();
        room.host().serve(Room.HOST, room.pool, List.of(trials, adding));
        Room.await(answered);
        assertThat(room.connector.sent()).hasSize(1);
    }

    @Test
    void saysSoWhenThePluginStaysAwayTooLong() {
        room.host().pause(Room.HOST);
        var answered = room.send("ann", "!hello");
        room.time.advance(Duration.ofSeconds(6));
        Room.await(answered);
        assertThat(room.connector.sent().getFirst().content().text().toString()).contains("being started or upgraded");
    }

    @Test
    void tellsThoseWhoWaitThatThePluginIsGone() {
        room.host().pause(Room.HOST);
        var answered = room.send("ann", "!hello");
        room.host().withdraw(Room.HOST);
        Room.await(answered);
        assertThat(room.connector.sent().getFirst().content().text().toString()).contains("is not running");
        assertThat(room.ann("!hello")).startsWith("There is no command hello");
    }

    @Test
    void looksAtTheRankAgainAfterWaitingForThePlugin() {
        room.rank("ann", Rank.ADMIN);
        room.host().pause(Room.HOST);
        var answered = room.send("ann", "!secret");
        room.rank("ann", 0);
        room.host().serve(Room.HOST, room.pool, List.of(trials, adding));
        Room.await(answered);
        assertThat(room.texts(0)).singleElement().asString().contains("This needs rank 900; yours is 0.");
    }

    @Test
    void waitsForTheRanksWhileTheirPluginIsBeingUpgraded() {
        var ranks = ranksGoAway();
        room.host().announce("ranks", List.of());
        var secret = room.send("ann", "!secret");
        assertThat(room.ann("!hello")).as("what everyone may").isEqualTo("hello");
        assertThat(room.connector.sent()).hasSize(1);
        ranks.replace(List.of(new UserRank(new UserId("test", "ann"), Optional.empty(), Rank.ADMIN)));
        Room.await(secret);
        assertThat(room.texts(1)).singleElement().asString().doesNotContain("access.rank");
    }

    @Test
    void refusesWhereTheRanksStayAwayTooLong() {
        ranksGoAway();
        room.host().announce("ranks", List.of());
        var secret = room.send("ann", "!secret");
        room.time.advance(Duration.ofSeconds(4));
        assertThat(room.connector.sent()).isEmpty();
        room.time.advance(Duration.ofSeconds(1));
        Room.await(secret);
        assertThat(room.texts(0)).singleElement().asString().contains("access.rank");
    }

    @Test
    void refusesAtOnceWhereNobodyIsComingWhoMightGiveRanks() {
        ranksGoAway();
        assertThat(room.ann("!secret")).contains("access.rank");
    }

    /** Lets a plugin give the ranks and end, and returns how its next version gives them. */
    private AccessRules ranksGoAway() {
        var table = room.injector.getInstance(AccessTable.class);
        var end = new ArrayList<Registration>();
        table.forPlugin("ranks", end::add).replace(List.of());
        end.forEach(Registration::cancel);
        return table.forPlugin("ranks", end::add);
    }

    @Test
    void dropsWhatWaitsForItsPluginWhenTheMessageIsGone() {
        room.host().pause(Room.HOST);
        var message = room.message("ann", "!hello");
        var answered = room.send(message);
        room.deletes(message);
        Room.await(answered);
        room.host().serve(Room.HOST, room.pool, List.of(trials, adding));
        assertThat(room.says("bob", "!hello")).containsExactly("hello");
        assertThat(room.connector.sent()).hasSize(1);
    }

    @Test
    void replacesWhatWaitsForItsPlugin() {
        room.host().pause(Room.HOST);
        var message = room.message("ann", "!add 1 1");
        room.send(message);
        var changed = room.sendEdit(message, "!add 1 2");
        room.host().serve(Room.HOST, room.pool, List.of(trials, adding));
        Room.await(changed);
        assertThat(room.texts(0)).singleElement().asString().contains("3");
        assertThat(adding.runs).isEqualTo(1);
    }

    @Test
    void takesNoCooldownFromWhatHadToWait() {
        room.host().pause(Room.HOST);
        var answered = room.send("ann", "!slow");
        room.host().serve(Room.HOST, room.pool, List.of(trials, adding));
        Room.await(answered);
        assertThat(room.texts(0)).singleElement().asString().contains("ok");
    }
}
