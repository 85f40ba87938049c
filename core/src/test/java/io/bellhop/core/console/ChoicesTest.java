package io.bellhop.core.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.event.ChoicePicked;
import io.bellhop.api.event.MessageReceived;
import io.bellhop.core.choice.OfferRoom;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ChoicesTest {
    private static final Choice RERUN = Choice.of("Re-run", "run js");
    private static final Choice MORE = Choice.of("More", "help 2");

    private static final String FOR_ANOTHER = "This choice is for the person who asked. Run the command yourself.";

    @TempDir
    Path home;

    @Test
    void publishesWhatWasPickedByNumber() throws Exception {
        var piped = offering(Content.of("Done.").with(RERUN).with(MORE), "!run\n!2\n");

        assertThat(piped.printed()).isEqualTo("Done.\n1) Re-run\n2) More\n");
        assertThat(picked(piped)).singleElement().satisfies(pick -> {
            assertThat(pick.choice()).isSameAs(MORE);
            assertThat(pick.user().name()).isEqualTo("owner");
        });
    }

    @Test
    void refusesNumbersThatStandForNothing() throws Exception {
        var piped = offering(Content.of("Done.").with(RERUN).with(MORE), "!1\n!run\n!0\n!3\n!999999999\n");

        assertThat(piped.printed().lines())
                .containsExactly(
                        "There is nothing to pick here.",
                        "Done.",
                        "1) Re-run",
                        "2) More",
                        "There is no choice 0 here; pick a number from 1 to 2.",
                        "There is no choice 3 here; pick a number from 1 to 2.",
                        "There is no choice 999999999 here; pick a number from 1 to 2.");
        assertThat(picked(piped)).isEmpty();
    }

    @Test
    void letsOnlyTheAskerPick() throws Exception {
        var piped = offering(Content.of("Done.").with(RERUN), "/as ann\n!run\n/as bob\n!1\n/as ann\n!1\n");

        assertThat(piped.printed()).isEqualTo("Done.\n1) Re-run\n" + FOR_ANOTHER + "\n");
        assertThat(picked(piped)).extracting(pick -> pick.user().name()).containsExactly("ann");
    }

    @Test
    void letsEveryonePickWhatIsForEveryone() throws Exception {
        var piped = offering(Content.of("Done.").with(RERUN.forEveryone()), "!run\n/as bob\n!1\n");

        assertThat(picked(piped)).extracting(pick -> pick.user().name()).containsExactly("bob");
    }

    @Test
    void offersEachChannelItsOwn() throws Exception {
        var piped = offering(Content.of("Done.").with(RERUN), "!run\n/in ops\n!1\n/in lobby\n!1\n");

        assertThat(piped.printed()).endsWith("There is nothing to pick here.\n");
        assertThat(picked(piped)).hasSize(1);
    }

    @Test
    void countsThePickerAsTheAskerOfWhatFollows() throws Exception {
        var piped = new Piped(home, "!help\n/as bob\n!1\n!1\n/as owner\n!1\n");
        piped.broker.answers(event -> {
            var content = event instanceof ChoicePicked
                    ? Content.of("Page.").with(MORE)
                    : Content.of("Help.").with(MORE.forEveryone());
            var cause = event instanceof ChoicePicked pick
                    ? pick.message()
                    : ((MessageReceived) event).message().id();
            piped.console.reply(cause, content);
            return CompletableFuture.completedStage(null);
        });
        piped.run();

        assertThat(picked(piped)).extracting(pick -> pick.user().name()).containsExactly("bob", "bob");
        assertThat(piped.printed()).endsWith(FOR_ANOTHER + "\n");
    }

    @Test
    void withdrawsChoicesThatAnEditLeavesOut() throws Exception {
        var piped = new Piped(home, "!run\n!1\n");
        piped.broker.answers(event -> {
            var cause = ((MessageReceived) event).message().id();
            piped.console
                    .reply(cause, Content.of("?").with(RERUN))
                    .thenAccept(sent -> piped.console.edit(sent, Content.of("Gone.")));
            return CompletableFuture.completedStage(null);
        });

        assertThat(piped.run().printed()).endsWith("Gone.\nThere is nothing to pick here.\n");
    }

    @Test
    void areStillPickedByTheirNumbersAfterARestart() throws Exception {
        try (var room = new OfferRoom(home.resolve("data"))) {
            var before = new Piped(home, "/as ann\n!run\n/in ops\n!run\n", room.offers());
            before.broker.replies(
                    before.console,
                    said -> said.message().channel().name().equals("ops")
                            ? Content.of("Done.").with(MORE)
                            : Content.of("Done.").with(RERUN).with(MORE.forEveryone()));
            before.run();
            room.restarts();
            var piped = new Piped(home, "!1\n!2\n!3\n/as ann\n!1\n/in ops\n!1\n", room.offers()).run();

            assertThat(piped.printed().lines())
                    .containsExactly(FOR_ANOTHER, "There is no choice 3 here; pick a number from 1 to 2.");
            assertThat(picked(piped))
                    .extracting(pick -> pick.user().name() + " " + pick.choice().label())
                    .containsExactly("owner More", "ann Re-run", "ann More");
        }
    }

    @Test
    void saysSoWhenThePluginOfAChoiceIsAway() throws Exception {
        try (var room = new OfferRoom(home.resolve("data"))) {
            room.commands.add("code", "run");
            var before = new Piped(home, "!run\n", room.offers());
            before.broker.replies(before.console, _ -> Content.of("Done.").with(RERUN));
            before.run();
            room.commands.remove("code");
            room.restarts();

            assertThat(new Piped(home, "!1\n", room.offers()).run().printed())
                    .isEqualTo("The plugin code, which offered this, is not running. Pick it again when it is back.\n");
        }
    }

    private Piped offering(Content content, String input) throws Exception {
        var piped = new Piped(home, input);
        piped.broker.replies(piped.console, _ -> content);
        return piped.run();
    }

    private static List<ChoicePicked> picked(Piped piped) {
        return piped.broker.events().stream()
                .filter(ChoicePicked.class::isInstance)
                .map(ChoicePicked.class::cast)
                .toList();
    }
}
