package io.bellhop.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.access.AccessRule.CommandRequirement;
import io.bellhop.api.access.AccessRule.RoleRank;
import io.bellhop.api.access.Rank;
import io.bellhop.api.access.Requirement;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.command.CodeBlock;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Commands;
import io.bellhop.api.event.ChatEvent;
import io.bellhop.api.event.ChoicePicked;
import io.bellhop.api.event.CommandCalled;
import io.bellhop.api.event.Order;
import io.bellhop.core.access.AccessTable;
import io.bellhop.core.event.broker.EventBroker;
import io.bellhop.core.testkit.FakeConnector;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Access is checked on every path that fires a command, when it fires, as whoever fires it. */
class AccessPathsTest {
    private static final SpaceId SPACE = new SpaceId("test", "space");
    private static final String REFUSED = "This needs rank 900; yours is 0.";

    private final TrialCommands trials = new TrialCommands();
    private final CodeCommands code = new CodeCommands();
    private final Room room = new Room(trials, code);

    /** A command that takes code, for moderators. */
    static final class CodeCommands {
        @Command(name = "runs", help = "Takes code.", rank = Rank.MODERATOR)
        String runs(CodeBlock block) {
            return "ran " + block.code().strip();
        }
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    private List<String> picks(String user, String line) {
        int before = room.connector.sent().size();
        var message = room.message("bob", "pick").id();
        var picked =
                new ChoicePicked(Choice.of("Go", line), message, Room.LOBBY, room.connector.heard(user, Room.LOBBY));
        Room.await(room.injector.getInstance(EventBroker.class).publish(picked));
        return room.texts(before);
    }

    private List<String> calls(String user, String line) {
        int before = room.connector.sent().size();
        var called = new CommandCalled(room.message(user, line));
        Room.await(room.injector.getInstance(EventBroker.class).publish(called));
        return room.texts(before);
    }

    private void require(String command, int rank) {
        var rule = new CommandRequirement(command, Optional.of(SPACE), new Requirement(rank, 0));
        room.injector.getInstance(AccessTable.class).put(rule);
    }

    private void assertRefused(List<String> answers) {
        assertThat(answers).singleElement().asString().startsWith(REFUSED);
    }

    @Test
    void checksMessagesAndMentions() {
        assertRefused(room.says("ann", "!secret"));
        assertRefused(room.says("ann", "@bellhop secret"));
        room.rank("ann", Rank.ADMIN);
        assertThat(room.says("ann", "!secret")).containsExactly("42");
        assertThat(room.says("ann", "@bellhop secret")).containsExactly("42");
    }

    @Test
    void checksEdits() {
        var message = room.message("ann", "!secrt");
        Room.await(room.send(message));
        assertRefused(room.edits(message, "!secret"));
        room.rank("ann", Rank.ADMIN);
        assertThat(room.edits(message, "!secret ")).containsExactly("42");
    }

    @Test
    void checksChoicesAsWhoeverPicks() {
        room.rank("bob", Rank.ADMIN);
        assertRefused(picks("ann", "secret"));
        assertThat(picks("bob", "secret")).containsExactly("42");
    }

    @Test
    void checksCallsAsWhoeverCalls() {
        room.rank("bob", Rank.ADMIN);
        assertRefused(calls("ann", "secret"));
        assertThat(calls("bob", "secret")).containsExactly("42");
        assertThat(calls("bob", "runs\n```\n1\n```")).containsExactly("ran 1");
    }

    @Test
    void checksACodeBlockThatAnswersAForm() {
        room.rank("ann", Rank.MODERATOR);
        assertThat(room.says("ann", "!runs")).hasSize(1);
        room.rank("ann", 0);
        assertThat(room.says("ann", "```\n1\n```"))
                .singleElement()
                .asString()
                .startsWith("This needs rank 500; yours is 0.");
        room.rank("ann", Rank.MODERATOR);
        assertThat(room.says("ann", "!runs")).hasSize(1);
        assertThat(room.says("ann", "```\n1\n```")).containsExactly("ran 1");
    }

    @Test
    void checksAgainWhatHasWaitedForItsPlugin() {
        room.host().pause(Room.HOST);
        var answered = room.send("ann", "!hello");
        require("hello", Rank.ADMIN);
        room.host().serve(Room.HOST, room.pool, List.of(trials, code));
        Room.await(answered);
        assertRefused(room.texts(0));
    }

    @Test
    void answersNothingToWhoWasIgnoredWhileWaiting() {
        room.host().pause(Room.HOST);
        var answered = room.send("ann", "!hello");
        room.ignore("ann");
        room.host().serve(Room.HOST, room.pool, List.of(trials, code));
        Room.await(answered);
        assertThat(room.connector.sent()).isEmpty();
    }

    @Test
    void takesWhatIsRequiredForWhatIsDeclared() {
        require("secret", 100);
        require("hello", Rank.ADMIN);
        room.rank("bob", 100);
        assertThat(room.says("bob", "!secret")).containsExactly("42");
        assertRefused(room.says("ann", "!hello"));
        assertRefused(room.says("ann", "!hi there"));
        assertThat(room.injector
                        .getInstance(Commands.class)
                        .allowed(room.connector.heard("ann", Room.LOBBY), Room.LOBBY))
                .extracting(command -> command.name())
                .contains("mine")
                .doesNotContain("hello", "secret");
    }

    @Test
    void takesTheRankOfARole() {
        room.injector.getInstance(AccessTable.class).put(new RoleRank(SPACE, "mods", Rank.ADMIN));
        room.connector.join(new UserId("test", "ann"), SPACE, false, "mods");
        assertThat(room.says("ann", "!secret")).containsExactly("42");
        assertThat(picks("ann", "secret")).containsExactly("42");
        room.connector.join(new UserId("test", "ann"), SPACE, false);
        assertRefused(room.says("ann", "!secret"));
    }

    @Test
    void countsNoRankOfASpaceInPrivate() {
        room.rank("ann", Rank.ADMIN);
        var channel = FakeConnector.channel(new ChannelId("test", "@ann"));
        var message = room.connector.message(
                room.connector.heard("ann", channel),
                "@ann",
                "!secret",
                List.of(),
                room.time.clock().instant());
        Room.await(room.send(message));
        assertRefused(room.texts(0));
    }

    @Test
    void answersTheIgnoredOnNoPath() {
        var message = room.message("ann", "!hlelo");
        Room.await(room.send(message));
        room.says("ann", "!runs");
        int before = room.connector.sent().size();
        room.rank("ann", Rank.ADMIN);
        room.ignore("ann");
        room.says("ann", "!hello");
        room.says("ann", "!nothing");
        room.says("ann", "@bellhop hello");
        room.says("ann", "```\n1\n```");
        room.edits(message, "!hello");
        picks("ann", "hello");
        calls("ann", "hello");
        assertThat(room.texts(before)).isEmpty();
    }

    @Test
    void letsNobodyHearTheIgnored() {
        var broker = room.injector.getInstance(EventBroker.class);
        var heard = new CopyOnWriteArrayList<String>();
        broker.subscribe(
                room.pool,
                ChatEvent.class,
                Order.NONE,
                event -> heard.add(event.user().name()));
        room.ignore("ann");
        room.says("ann", "well");
        room.deletes(room.message("ann", "well"));
        picks("ann", "hello");
        room.says("bob", "well");
        assertThat(heard).containsExactly("bob");
        assertThat(broker.hears(room.connector.heard("ann", Room.LOBBY), Room.LOBBY))
                .isFalse();
        assertThat(broker.hears(room.connector.heard("bob", Room.LOBBY), Room.LOBBY))
                .isTrue();
    }
}
