package io.bellhop.core.choice;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.choice.Pick.Closed;
import io.bellhop.core.choice.Pick.ForAnother;
import io.bellhop.core.choice.Pick.Picked;
import io.bellhop.core.choice.Pick.Unavailable;
import io.bellhop.core.choice.Pick.Unnumbered;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OffersTest {
    private static final UserId ANN = new UserId("test", "ann");
    private static final UserId BEN = new UserId("test", "ben");
    private static final MessageId FIRST = new MessageId(new ChannelId("test", "lobby"), "1");
    private static final MessageId SECOND = new MessageId(new ChannelId("test", "lobby"), "2");
    private static final Choice AGAIN = Choice.of("Again", "roll 2d6\n```\nwith\u001fcode\n```");
    private static final Choice JOIN = Choice.of("Join", "join").forEveryone();

    @TempDir
    private Path folder;

    private OfferRoom room;

    @BeforeEach
    void open() {
        room = new OfferRoom(folder);
        room.commands.add("dice", "roll");
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void areAsTheyWereAfterARestart() {
        var key = offer(List.of(AGAIN, JOIN), Optional.of(ANN));
        room.restarts();
        assertPicked(pick(key, 1, ANN), AGAIN);
        assertPicked(pick(key, 2, BEN), JOIN);
        assertThat(pick(key, 1, BEN)).isEqualTo(new ForAnother());
        assertThat(pick(key, 3, ANN)).isEqualTo(new Unnumbered(2));
        assertThat(pick(key, 0, ANN)).isEqualTo(new Unnumbered(2));
    }

    @Test
    void canBePickedAtOnceWithoutTheDisk() {
        var key = offer(List.of(AGAIN), Optional.of(ANN));
        assertThat(room.offers().pick(key, 1, ANN).toCompletableFuture()).isDone();
        assertPicked(pick(key, 1, ANN), AGAIN);
    }

    @Test
    void areOpenToAllIfTheyAnswerNobody() {
        var key = offer(List.of(AGAIN), Optional.empty());
        assertPicked(pick(key, 1, BEN), AGAIN);
        room.restarts();
        assertPicked(pick(key, 1, BEN), AGAIN);
    }

    @Test
    void haveKeysThatTellNothingAndCanNotBeForged() {
        var one = offer(List.of(AGAIN), Optional.of(ANN));
        var other = offer(List.of(AGAIN), Optional.of(ANN));
        assertThat(one.name()).matches("[0-9a-f]{32}").isNotEqualTo(other.name());
        assertThat(pick(new OfferKey("test", "0".repeat(32)), 1, ANN)).isEqualTo(new Closed());
        assertThat(pick(new OfferKey("other", one.name()), 1, ANN)).isEqualTo(new Closed());
    }

    @Test
    void expireAfterThirtyDays() {
        var key = offer(List.of(AGAIN), Optional.of(ANN));
        room.time.advance(Offers.KEPT.minusSeconds(1));
        assertPicked(pick(key, 1, ANN), AGAIN);
        room.restarts();
        assertPicked(pick(key, 1, ANN), AGAIN);
        room.time.advance(Duration.ofSeconds(1));
        assertThat(pick(key, 1, ANN)).isEqualTo(new Closed());
        room.restarts();
        assertThat(pick(key, 1, ANN)).isEqualTo(new Closed());
    }

    @Test
    void areDeletedOnceTheyHaveExpired() {
        offer(List.of(AGAIN, JOIN), Optional.of(ANN));
        assertThat(room.rows()).isEqualTo(2);
        room.time.advance(Offers.KEPT.plusDays(1));
        assertThat(room.rows()).isZero();
    }

    @Test
    void giveWayToNewerOnesBeyondTenThousand() {
        var three = List.of(AGAIN, JOIN, AGAIN);
        var first = offer(three, Optional.of(ANN));
        var last = first;
        for (int i = 0; i < 3500; i++) {
            last = offer(three, Optional.of(ANN));
        }
        room.time.advance(Duration.ofDays(1));
        assertThat(room.rows()).isEqualTo(OfferTable.MOST_ROWS);
        room.restarts();
        assertThat(pick(first, 1, ANN)).isEqualTo(new Closed());
        assertPicked(pick(last, 3, ANN), AGAIN);
    }

    @Test
    void areNeverTakenForOthersWhenSomeOfAMessageAreGone() {
        var cut = offer(List.of(AGAIN, JOIN), Optional.of(ANN));
        for (int i = 0; i < 3333; i++) {
            offer(List.of(AGAIN, AGAIN, AGAIN), Optional.of(ANN));
        }
        room.time.advance(Duration.ofDays(1));
        assertThat(room.rows()).isEqualTo(OfferTable.MOST_ROWS); // the second choice, and all later ones
        room.restarts();
        assertThat(pick(cut, 1, ANN)).isEqualTo(new Closed());
    }

    @Test
    void byNumberAreThoseOfTheLastMessageOfAChannel() {
        room.offers().offer(FIRST, List.of(AGAIN, JOIN), Optional.of(ANN));
        room.offers().offer(SECOND, List.of(JOIN), Optional.of(ANN));
        room.offers().withdraw(FIRST);
        room.restarts();
        room.offers().withdraw(FIRST);
        var lobby = OfferKey.of(FIRST.channel());
        assertThat(pick(lobby, 1, BEN))
                .isInstanceOfSatisfying(
                        Picked.class, picked -> assertThat(picked.message()).contains(SECOND));
        assertThat(pick(lobby, 2, ANN)).isEqualTo(new Unnumbered(1));
        room.offers().withdraw(SECOND);
        assertThat(pick(lobby, 1, BEN)).isEqualTo(new Closed());
        room.restarts();
        assertThat(pick(lobby, 1, BEN)).isEqualTo(new Closed());
    }

    @Test
    void byNumberAreShownBeforeTheyArePickedLongAfter() {
        room.offers().offer(FIRST, List.of(AGAIN, JOIN), Optional.of(ANN));
        var lobby = OfferKey.of(FIRST.channel());
        room.time.advance(Offers.FRESH);
        assertPicked(pick(lobby, 2, BEN), JOIN);
        room.time.advance(Duration.ofSeconds(1));
        assertThat(pick(lobby, 1, BEN)).isEqualTo(new ForAnother());
        assertThat(pick(lobby, 1, ANN))
                .isEqualTo(
                        new Unavailable("That was offered a while ago: “Again”, the command “roll 2d6”. Send the number"
                                + " again, and it is done."));
        assertPicked(pick(lobby, 1, ANN), AGAIN);
    }

    @Test
    void byNumberAreShownBeforeTheyArePickedAfterARestart() {
        room.offers().offer(FIRST, List.of(AGAIN), Optional.of(ANN));
        room.time.advance(Duration.ofSeconds(1));
        room.restarts();
        var lobby = OfferKey.of(FIRST.channel());
        assertThat(pick(lobby, 1, ANN)).isInstanceOf(Unavailable.class);
        assertPicked(pick(lobby, 1, ANN), AGAIN);
        room.restarts();
        assertPicked(pick(lobby, 1, ANN), AGAIN);
    }

    @Test
    void byNumberAreShownWithoutTheirSecrets() {
        room.offers().offer(FIRST, List.of(Choice.of("Log in", "login hunter2")), Optional.of(ANN));
        room.time.advance(Offers.FRESH.plusSeconds(1));
        assertThat(pick(OfferKey.of(FIRST.channel()), 1, ANN))
                .isEqualTo(new Unavailable(
                        "That was offered a while ago: “Log in”. Send the number again, and it is done."));
    }

    @Test
    void canNotBePickedWhileTheirPluginIsAway() {
        var key = offer(List.of(AGAIN, JOIN), Optional.of(ANN));
        room.commands.remove("dice");
        room.restarts();
        assertThat(pick(key, 1, ANN))
                .isEqualTo(new Unavailable(
                        "The plugin dice, which offered this, is not running. Pick it again when it is back."));
        assertPicked(pick(key, 2, ANN), JOIN); // called no command before either: whoever fires it says so
        room.commands.add("dice", "roll");
        assertPicked(pick(key, 1, ANN), AGAIN);
    }

    @Test
    void areToldToAndForgottenForWhoeverAsked() {
        var belongings = new ChoiceBelongings(room.offers());
        var anns = offer(List.of(AGAIN, JOIN), Optional.of(ANN));
        var bens = offer(List.of(JOIN), Optional.of(BEN));
        var kept = (List<?>) belongings.export(ANN).get("choices");
        assertThat(kept)
                .hasSize(2)
                .first()
                .isEqualTo(Map.of(
                        "label",
                        "Again",
                        "command",
                        AGAIN.invocation(),
                        "for",
                        "you",
                        "until",
                        room.time.clock().instant().plus(Offers.KEPT).toString()));
        assertThat(belongings.forget(ANN)).containsExactly("choices (2)");
        assertThat(belongings.export(ANN)).isEmpty();
        assertThat(belongings.forget(ANN)).isEmpty();
        assertThat(pick(anns, 1, ANN)).isEqualTo(new Closed());
        room.restarts();
        assertThat(pick(anns, 2, ANN)).isEqualTo(new Closed());
        assertPicked(pick(bens, 1, ANN), JOIN);
    }

    @Test
    void keepNoSecretOverARestart() {
        var login = Choice.of("Run it again", "login hunter2");
        var key = offer(List.of(login, JOIN), Optional.of(ANN));
        assertPicked(pick(key, 1, ANN), login);
        assertThat(new ChoiceBelongings(room.offers()).export(ANN).toString()).doesNotContain("hunter2");
        room.restarts();
        assertThat(pick(key, 1, ANN)).isEqualTo(new Closed());
        assertPicked(pick(key, 2, BEN), JOIN);
    }

    @Test
    void sayThatTheyCanNotBeRead() {
        var key = offer(List.of(AGAIN), Optional.of(ANN));
        room.restarts();
        room.spoil();
        assertThat(pick(key, 1, ANN))
                .isEqualTo(new Unavailable("What was offered can't be read now. Try again in a minute."));
    }

    @Test
    void haveOneKeyHoweverOftenTheirMessageIsTried() {
        var key = offer(List.of(AGAIN), Optional.of(ANN), Optional.of("7k3f9mzt.0"));
        assertThat(offer(List.of(AGAIN), Optional.of(ANN), Optional.of("7k3f9mzt.0")))
                .isEqualTo(key);
        assertThat(offer(List.of(AGAIN), Optional.of(ANN), Optional.of("7k3f9mzt.1")))
                .isNotEqualTo(key);
        assertThat(room.rows()).isEqualTo(2);
        assertThat(key.name()).matches("[0-9a-f]{32}");
    }

    private OfferKey offer(List<Choice> choices, Optional<UserId> asker) {
        return offer(choices, asker, Optional.empty());
    }

    private OfferKey offer(List<Choice> choices, Optional<UserId> asker, Optional<String> repeat) {
        return room.offers().offer("test", choices, asker, repeat);
    }

    private Pick pick(OfferKey key, int number, UserId user) {
        return room.offers().pick(key, number, user).toCompletableFuture().join();
    }

    private static void assertPicked(Pick pick, Choice choice) {
        assertThat(pick).isInstanceOfSatisfying(Picked.class, picked -> {
            assertThat(picked.choice().label()).isEqualTo(choice.label());
            assertThat(picked.choice().invocation()).isEqualTo(choice.invocation());
            assertThat(picked.choice().isForEveryone()).isEqualTo(choice.isForEveryone());
        });
    }
}
