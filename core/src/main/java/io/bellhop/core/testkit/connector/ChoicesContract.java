package io.bellhop.core.testkit.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bellhop.api.chat.Capability;
import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.event.ChoicePicked;
import io.bellhop.api.event.CommandCalled;
import io.bellhop.core.testkit.connector.Sight.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be picked, by whom, and for how long. */
interface ChoicesContract extends OnStage {
    /** Something for whoever asked, and something for all. */
    Content OFFER = Content.of("Pick one.")
            .with(Choice.of("Again", "roll mine"))
            .with(Choice.of("Me too", "roll ours").forEveryone());

    @Test
    default void showsWhatCanBePicked() throws Exception {
        offer();
        var seen = OnStage.only(stage().lobbySees(), Kind.MESSAGE, "Pick one.");

        if (stage().has(Capability.CHOICES)) {
            assertEquals(List.of("Again", "Me too"), seen.choices());
        } else {
            assertTrue(seen.text().contains("1) Again"), seen::text);
            assertTrue(seen.text().contains("2) Me too"), seen::text);
        }
    }

    @Test
    default void letsTheAskerPickAndPickAgain() throws Exception {
        var offered = offer();
        for (int i = 0; i < 2; i++) {
            stage().platform().picks(Person.ANN, 1);
            var picked = picked("roll mine", Person.ANN);
            assertEquals(lobby(), picked.channel().id());
            assertEquals(offered.message().channel(), picked.message().channel());
        }
    }

    @Test
    default void letsOthersPickOnlyWhatIsForAll() throws Exception {
        offer();
        stage().lobbySees();
        stage().platform().picks(Person.BEN, 1);
        stage().platform().picks(Person.BEN, 2);

        picked("roll ours", Person.BEN);
        int told = 0;
        for (int i = 0; told == 0 && i < 100; i++) { // a refusal may come after what was said later
            told = stage().lobbySees().size() + stage().sees(Person.BEN).size();
        }
        assertEquals(1, told, "whoever picks what is not theirs is told");
    }

    @Test
    default void letsPickAfterARestart() throws Exception {
        offer();
        stage().lobbySees();
        stage().restart();
        stage().platform().picks(Person.BEN, 2);
        picked("roll ours", Person.BEN);
        stage().platform().picks(Person.ANN, 1);
        picked("roll mine", Person.ANN);
    }

    @Test
    default void letsOneAlonePickWhatWasWhispered() throws Exception {
        var cause = stage().hears(Person.ANN, "!secret").id();
        var ann = stage().platform().id(Person.ANN);
        stage().now(connector().whisper(ann, cause, OFFER));

        var seen = OnStage.only(stage().sees(Person.ANN), Kind.MESSAGE, "Pick one.");
        assertTrue(
                stage().has(Capability.CHOICES)
                        ? seen.choices().size() == 2
                        : seen.text().contains("2) Me too"));
        assertEquals(List.of(), stage().lobbySees());
    }

    @Test
    default void asksByAFormForWhatAPickLacksOrLeavesThatToTheBot() throws Exception {
        var message = stage().hears(Person.ANN, "!shelf");
        var lending = Content.of("Pick one.").with(Choice.of("Lend", Platform.LACKING));
        stage().now(connector().reply(message.id(), lending));
        stage().platform().picks(Person.ANN, 1);

        if (!stage().has(Capability.FORMS)) {
            picked(Platform.LACKING, Person.ANN);
            return;
        }
        stage().platform().fills(Person.ANN, "a book");
        var called = stage().heard().next(CommandCalled.class).message();
        assertEquals(Platform.LACKING + " a book", called.text());
        assertEquals(stage().platform().id(Person.ANN), called.author().id());
        assertEquals(lobby(), called.channel().id());
    }

    private Receipt offer() throws Exception {
        var message = stage().hears(Person.ANN, "!roll");
        return stage().now(connector().reply(message.id(), OFFER));
    }

    private ChoicePicked picked(String invocation, Person person) {
        var picked = stage().heard().next(ChoicePicked.class);
        assertEquals(invocation, picked.choice().invocation());
        assertEquals(stage().platform().id(person), picked.user().id());
        return picked;
    }
}
