package io.bellhop.core.testkit.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bellhop.api.chat.Capability;
import io.bellhop.api.chat.Content;
import io.bellhop.api.event.ChoicePicked;
import io.bellhop.api.event.MessageReceived;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What a connector hears. */
interface HearingContract extends OnStage {
    @Test
    default void hearsWhatSomeoneWrites() throws Exception {
        var message = stage().hears(Person.ANN, "good morning");

        assertEquals("good morning", message.text());
        assertEquals(lobby(), message.channel().id());
        assertEquals(lobby(), message.id().channel());
        assertEquals(stage().platform().id(Person.ANN), message.author().id());
        assertEquals(connector().id(), message.author().id().connector());
        assertFalse(message.author().bot());
        assertTrue(message.channel().space().isPresent());
    }

    @Test
    default void hearsWhatSomeoneWritesToItAlone() throws Exception {
        stage().platform().whispers(Person.ANN, "psst");

        var message = stage().heard().next(MessageReceived.class).message();
        assertEquals("psst", message.text());
        assertEquals(stage().platform().id(Person.ANN), message.author().id());
        assertTrue(message.channel().space().isEmpty());
    }

    @Test
    default void hearsAllCharactersThatPeopleWrite() throws Exception {
        for (var text :
                List.of("gr\u00fc\u00df", "\u6f22\u5b57", "\uD83D\uDE00 e\u0301", "a  b", "`*_~ <&> \\ %s {0}")) {
            assertEquals(text, stage().hears(Person.ANN, text).text());
        }
    }

    @Test
    default void namesEachMessageOnce() throws Exception {
        var first = stage().hears(Person.ANN, "same");
        var second = stage().hears(Person.ANN, "same");

        assertFalse(first.id().equals(second.id()));
    }

    @Test
    default void tellsPeopleApart() throws Exception {
        var ann = stage().hears(Person.ANN, "it is me").author().id();
        var ben = stage().hears(Person.BEN, "it is me").author().id();

        assertFalse(ann.equals(ben));
    }

    @Test
    default void knowsWhenItIsAddressed() throws Exception {
        var message = stage().hears(Person.ANN, stage().platform().addressing("ping now"));

        assertEquals(
                Optional.of("ping now"),
                connector().addressed(message.text(), lobby()).map(String::strip));
        assertEquals(Optional.empty(), connector().addressed("ping now", lobby()));
        assertEquals(Optional.empty(), connector().addressed("", lobby()));
    }

    @Test
    default void hearsWhoAwaitsAnAnswerOrHearsThemAfterwards() throws Exception {
        var answer = stage().heard().answersLater();
        stage().hears(Person.ANN, "first");
        stage().platform().says(Person.ANN, "meanwhile");

        if (!stage().has(Capability.INTERJECTIONS)) {
            answer.complete(null);
        }
        assertEquals(
                "meanwhile",
                stage().heard().next(MessageReceived.class).message().text());
        answer.complete(null);
    }

    @Test
    default void doesNotHearItself() throws Exception {
        stage().now(connector().say(lobby(), Content.of("!ping")));

        assertEquals("next", stage().hears(Person.ANN, "next").text());
    }

    @Test
    default void hearsBotsAsBotsIfAtAll() throws Exception {
        Assumptions.assumeTrue(stage().platform().people().contains(Person.ROBOT), "no other bots there");
        stage().platform().says(Person.ROBOT, "!ping");
        stage().platform().says(Person.ANN, "next");

        var first = stage().heard().next(MessageReceived.class).message();
        assertTrue(first.author().bot() || first.text().equals("next"), () -> first + " should be of a bot");
    }

    @Test
    default void givesWhoIsIgnoredNoSign() throws Exception {
        var offer = stage().hears(Person.ANN, "!ask");
        stage().now(connector().reply(offer.id(), ChoicesContract.OFFER));
        stage().lobbySees();
        stage().heard().ignore(stage().platform().id(Person.ANN));

        stage().platform().says(Person.ANN, "hello?");
        stage().platform().picks(Person.ANN, 1);
        stage().platform().picks(Person.ANN, 2);
        stage().platform().picks(Person.BEN, 2);
        while (!(stage().heard().poll(Screen.PATIENCE.toMillis()) instanceof ChoicePicked picked)
                || !picked.user().id().equals(stage().platform().id(Person.BEN))) {
            // what an ignored person did may be published: it reaches nobody
        }
        assertEquals(List.of(), stage().lobbySees());
        assertEquals(List.of(), stage().sees(Person.ANN));
    }
}
