package io.bellhop.core.testkit.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Capability;
import io.bellhop.api.chat.Card;
import io.bellhop.api.chat.Content;
import io.bellhop.api.event.MessageReceived;
import io.bellhop.core.testkit.connector.Sight.Kind;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a connector can be told to do: it does it, or what is declared for when it can't. */
interface VerbsContract extends OnStage {
    @Test
    default void saysSomethingToAll() {
        var receipt = stage().now(connector().say(lobby(), Content.of("good morning")));

        assertEquals(lobby(), receipt.message().channel());
        OnStage.only(stage().lobbySees(), Kind.MESSAGE, "good morning");
    }

    @Test
    default void answersWhereItWasAsked() throws Exception {
        var message = stage().hears(Person.ANN, "!ping");
        var receipt = stage().now(connector().reply(message.id(), Content.of("pong")));

        assertEquals(lobby(), receipt.message().channel());
        OnStage.only(stage().lobbySees(), Kind.MESSAGE, "pong");
    }

    @Test
    default void answersInAConversationThatOthersDoNotSee() throws Exception {
        stage().platform().whispers(Person.ANN, "!ping");
        var message = stage().heard().next(MessageReceived.class).message();
        var receipt = stage().now(connector().reply(message.id(), Content.of("pong")));

        assertEquals(message.channel().id(), receipt.message().channel());
        var others = stage().lobbySees();
        if (stage().platform().isPrivate()) {
            OnStage.only(stage().sees(Person.ANN), Kind.MESSAGE, "pong");
            assertEquals(List.of(), others);
        } else {
            OnStage.only(others, Kind.MESSAGE, "pong");
        }
    }

    @Test
    default void showsWhatIsRepeatedUnderAKeyOnceWhereItRemembersKeys() throws Exception {
        var message = stage().hears(Person.ANN, "!ping");
        var content = Content.of("pong").keyed("7k3f9mzt.0");
        var first = stage().now(connector().reply(message.id(), content));
        var again = stage().now(connector().reply(message.id(), content));

        boolean remembers = connector().remembersKeys().isPositive();
        assertEquals(remembers, again.equals(first));
        assertEquals(remembers ? 1 : 2, stage().lobbySees().size());
    }

    @Test
    default void findsWhatItHasAnsweredIfItCanTell() throws Exception {
        var message = stage().hears(Person.ANN, "!ping");
        var receipt = stage().now(connector().reply(message.id(), Content.of("pong")));

        var found = stage().atOnce(() -> connector().sent(message.id(), Content.of("pong")));
        var other = stage().atOnce(() -> connector().sent(message.id(), Content.of("never said")));
        if (stage().failure(found).isEmpty()) {
            assertEquals(Optional.of(receipt), stage().now(found));
            assertEquals(Optional.empty(), stage().now(other));
        }
    }

    @Test
    default void whispersToOneAlone() throws Exception {
        var message = stage().hears(Person.ANN, "!secret");
        stage().now(connector().whisper(stage().platform().id(Person.ANN), message.id(), Content.of("swordfish")));

        OnStage.only(stage().sees(Person.ANN), Kind.MESSAGE, "swordfish");
        assertEquals(List.of(), stage().lobbySees());
    }

    @Test
    default void showsCardsWithAllThatStandsInThem() {
        var image = URI.create("https://example.org/map.png");
        var card = Card.of("The War").field("players", 2).image(image).footer("soon");
        stage().now(connector().say(lobby(), Content.of(card)));

        var seen = OnStage.only(stage().lobbySees(), Kind.MESSAGE, "The War");
        assertTrue(seen.text().contains("players"), seen::text);
        assertTrue(seen.text().contains("2"), seen::text);
        assertTrue(seen.text().contains(image.toString()), seen::text);
        assertTrue(seen.text().contains("soon"), seen::text);
    }

    @Test
    default void uploadsFilesOrNamesThemWithTheirSize() {
        stage().now(connector().upload(lobby(), Attachment.of("answer.txt", "forty-two")));

        var seen = OnStage.only(stage().lobbySees(), Kind.MESSAGE, "");
        if (stage().has(Capability.UPLOADS)) {
            assertTrue(seen.files().containsValue("forty-two"), seen::toString);
        } else {
            assertTrue(seen.text().contains("answer.txt"), seen::text);
            assertTrue(seen.text().contains("9 bytes"), seen::text);
        }
    }

    @Test
    default void editsWhatItSentOrSaysItAnew() {
        var receipt = stage().now(connector().say(lobby(), Content.of("one moment")));
        stage().lobbySees();
        var edited = stage().now(connector().edit(receipt, Content.of("done")));

        var kind = stage().has(Capability.EDITS) ? Kind.EDIT : Kind.MESSAGE;
        OnStage.only(stage().lobbySees(), kind, "done");
        assertEquals(stage().has(Capability.EDITS), edited.equals(receipt));
    }

    @Test
    default void editsAWhisperForTheSameEyes() {
        var ann = stage().platform().id(Person.ANN);
        var receipt = stage().now(connector().whisper(ann, null, Content.of("one moment")));
        stage().now(connector().edit(receipt, Content.of("swordfish")));

        assertTrue(stage().sees(Person.ANN).getLast().text().contains("swordfish"));
        assertEquals(List.of(), stage().lobbySees());
    }

    @Test
    default void deletesWhatItSentOrSaysThatItCanNot() {
        var receipt = stage().now(connector().say(lobby(), Content.of("oops")));
        stage().lobbySees();

        assertEquals(stage().has(Capability.DELETES), stage().now(connector().delete(receipt)));
        var gone = stage().lobbySees().stream().map(Sight::kind).toList();
        assertEquals(stage().has(Capability.DELETES) ? List.of(Kind.DELETION) : List.of(), gone);
        assertEquals(stage().has(Capability.DELETES), stage().now(connector().delete(receipt)));
    }

    @Test
    default void reactsOrSaysThatItCanNot() throws Exception {
        var message = stage().hears(Person.ANN, "!ping");

        assertEquals(stage().has(Capability.REACTIONS), stage().now(connector().react(message.id(), "\uD83D\uDC4D")));
        var seen = stage().lobbySees();
        if (stage().has(Capability.REACTIONS)) {
            OnStage.only(seen, Kind.REACTION, "\uD83D\uDC4D");
        } else {
            assertEquals(List.of(), seen);
        }
    }

    @Test
    default void showsThatItIsWritingOrNothing() {
        connector().typing(lobby());

        if (stage().has(Capability.TYPING)) {
            assertEquals(Kind.TYPING, stage().platform().lobbyScreen().next().kind());
        }
        assertEquals(List.of(), stage().lobbySees());
    }

    @Test
    default void beginsAThreadOrGoesOnInTheChannel() throws Exception {
        var message = stage().hears(Person.ANN, "!discuss");
        var thread = stage().now(connector().thread(message.id(), "the matter"));
        assertEquals(stage().has(Capability.THREADS), !thread.equals(lobby()));
        assertEquals(
                thread,
                stage().now(connector().say(thread, Content.of("well")))
                        .message()
                        .channel());

        var other = stage().now(connector().thread(lobby(), "another matter", Content.of("first")));
        assertEquals(stage().has(Capability.THREADS), !other.message().channel().equals(lobby()));
    }

    @Test
    default void sendsNothingOrSaysThatItCanNot() {
        var sent = stage().atOnce(() -> connector().say(lobby(), Content.of("")));
        var _ = stage().failure(sent);

        assertFalse(stage().lobbySees().size() > 1);
    }
}
