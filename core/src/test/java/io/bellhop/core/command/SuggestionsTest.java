package io.bellhop.core.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.api.access.Rank;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.Commands;
import io.bellhop.api.command.ParameterDescription;
import io.bellhop.api.command.Suggests;
import io.bellhop.core.command.declare.DeclarationException;
import io.bellhop.core.command.suggest.Suggestions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is suggested for an argument while it is typed. */
class SuggestionsTest {
    private final SuggestingCommands commands = new SuggestingCommands();
    private final Room room = new Room(commands);

    @AfterEach
    void close() throws InterruptedException {
        room.close();
    }

    @Test
    void suggestsListedValues() throws Exception {
        assertThat(suggested("feed", "colour", "")).containsExactly("red", "green", "dark-red");
        assertThat(suggested("feed", "colour", "Re")).containsExactly("red", "green", "dark-red");
        assertThat(suggested("feed", "colour", "red")).containsExactly("red", "dark-red");
    }

    @Test
    void suggestsWhatThePluginSaysThatBeginsOrElseContainsIt() throws Exception {
        assertThat(suggested("feed", "animal", "CA")).containsExactly("Cat", "caracal", "a cat");
        assertThat(suggested("feed", "animal", "x")).isEmpty();
    }

    @Test
    void tellsThePluginWhoTypesWhatWhere() throws Exception {
        assertThat(suggested("feed", "guests", "a")).containsExactly("ann-a-lobby");
    }

    @Test
    void completesTheLastValueOfAList() throws Exception {
        assertThat(suggested("feed", "guests", "Cid Bo")).containsExactly("Cid Bob", "Cid ann-Bo-lobby");
    }

    @Test
    void suggests25AtMostAndNothingEmpty() throws Exception {
        room.rank("ann", Rank.MODERATOR);

        assertThat(suggested("cage", "number", "")).hasSize(25);
        assertThat(suggested("cage", "number", "4")).containsExactly("4", "40", "14", "24", "34");
    }

    @Test
    void tellsNothingToThoseWhoMayNotRunIt() throws Exception {
        assertThat(suggested("cage", "animal", "")).isEmpty();

        room.rank("ann", Rank.MODERATOR);
        assertThat(suggested("cage", "animal", "")).isNotEmpty();

        room.ignore("ann");
        assertThat(suggested("cage", "animal", "")).isEmpty();
        assertThat(suggested("feed", "colour", "")).isEmpty();
    }

    @Test
    void givesUpAPluginThatTakesTooLong() throws Exception {
        room.rank("ann", Rank.MODERATOR);
        var answer = ask("cage", "slow", "");
        assertThat(commands.asked.await(60, TimeUnit.SECONDS)).isTrue();

        room.time.advance(Suggestions.PATIENCE.minusMillis(1));
        assertThat(answer).isNotDone();
        room.time.advance(Duration.ofMillis(200));

        assertThat(answer.get(60, TimeUnit.SECONDS)).isEmpty();
        assertThat(commands.interrupted.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(room.faults).isEmpty();
    }

    @Test
    void suggestsNothingWhenThePluginFailsAndNotesIt() throws Exception {
        room.rank("ann", Rank.MODERATOR);

        assertThat(suggested("cage", "broken", "")).isEmpty();

        assertThat(room.faults).containsExactly("suggestion");
    }

    @Test
    void suggestsNothingWhileThePluginIsAway() throws Exception {
        var feed = command("feed");
        room.host().pause(Room.HOST);
        assertThat(suggested("feed", "animal", "")).isEmpty();
        assertThat(room.host().drain(Room.HOST, Duration.ZERO)).isTrue();

        room.host().withdraw(Room.HOST);
        assertThat(now(ask(feed, "animal", ""))).isEmpty();
    }

    @Test
    void tellsWhichParametersAreCompleted() {
        assertThat(parameter(command("feed"), "animal").suggests()).isTrue();
        assertThat(parameter(command("feed"), "colour").suggests()).isFalse();
    }

    @Test
    @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // they are read, not called
    void refusesWhatCantComplete() {
        assertRefused(
                new Object() {
                    @Suggests(command = "nothing", parameter = "x")
                    List<String> names() {
                        return List.of();
                    }
                },
                "the plugin has no command \"nothing\"");
        assertRefused(
                new Object() {
                    @Command(name = "one", help = "One.")
                    void one(String some) {}

                    @Suggests(command = "one", parameter = "x")
                    List<String> names() {
                        return List.of();
                    }
                },
                "the command \"one\" has no parameter \"x\"");
        assertRefused(
                new Object() {
                    @Suggests(command = "one", parameter = "x")
                    String names(int number) {
                        return "";
                    }
                },
                "takes any of String, User and Channel once");
    }

    private static void assertRefused(Object instance, String why) {
        assertThatThrownBy(() -> TrialPlugin.declarations(instance))
                .isInstanceOf(DeclarationException.class)
                .hasMessageContaining("can't bear @Suggests")
                .hasMessageContaining(why);
    }

    private List<String> suggested(String command, String parameter, String typed) throws Exception {
        return now(ask(command, parameter, typed));
    }

    private CompletableFuture<List<String>> ask(String command, String parameter, String typed) {
        return ask(command(command), parameter, typed);
    }

    private CompletableFuture<List<String>> ask(CommandDescription command, String parameter, String typed) {
        return room.injector
                .getInstance(Suggestions.class)
                .complete(
                        command,
                        parameter(command, parameter),
                        typed,
                        room.connector.heard("ann", Room.LOBBY),
                        Room.LOBBY)
                .toCompletableFuture();
    }

    private CommandDescription command(String name) {
        return room.injector.getInstance(Commands.class).find(name).orElseThrow();
    }

    private static ParameterDescription parameter(CommandDescription command, String name) {
        return command.parameters().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T now(CompletableFuture<T> answer) throws Exception {
        return answer.get(60, TimeUnit.SECONDS);
    }
}
