package io.bellhop.core.testkit.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.event.MessageReceived;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What a connector does when its platform, or what lies between, does not do its part. */
interface FaultsContract extends OnStage {
    /** How long a connector may take to notice what has happened. */
    Duration LONGEST = Screen.PATIENCE.multipliedBy(3).dividedBy(2);

    @Test
    default void tellsTheChannelThatAWhisperIsUndeliverableAndNotItsContent() throws Exception {
        assume(Trouble.CLOSED);
        var cause = stage().hears(Person.ANN, "!secret").id();
        stage().platform().begin(Trouble.CLOSED);
        var whispered = connector().whisper(stage().platform().id(Person.ANN), cause, Content.of("swordfish"));

        var told = stage().failure(whispered).orElseThrow();
        assertFalse(isPassing(told), told.code());
        var seen = stage().lobbySees();
        assertEquals(1, seen.size(), () -> "the channel should learn it once, but: " + seen);
        assertFalse(seen.getFirst().text().contains("swordfish"), seen::toString);
    }

    @Test
    default void answersForAllThatWasUnderWayWhenTheConnectionBroke() throws Exception {
        assume(Trouble.AWAY);
        var before = say(30);
        stage().platform().begin(Trouble.AWAY);
        var after = say(30);
        for (var sent : List.of(before, after)) {
            sent.forEach(this::succeedsOrMayPass);
        }
        stage().platform().end(Trouble.AWAY);
        worksAgain();
    }

    @Test
    default void saysThatItIsUnreachableWhileThePlatformIsAway() throws Exception {
        assume(Trouble.AWAY);
        stage().platform().begin(Trouble.AWAY);
        eventually(
                "what is said while the platform is away fails, so that it is tried again",
                () -> stage().failure(stage().atOnce(() -> connector().say(lobby(), Content.of("x"))))
                        .map(FaultsContract::isPassing)
                        .orElse(false));
        var ann = stage().platform().id(Person.ANN);
        assertTrue(mayPass(stage().atOnce(() -> connector().whisper(ann, null, Content.of("x")))));
        var _ = stage().failure(stage().atOnce(() -> connector().channel(lobby().id())));
        connector().typing(lobby());
        stage().platform().end(Trouble.AWAY);
        worksAgain();
    }

    @Test
    default void noticesThatNothingPassesThoughItIsConnected() throws Exception {
        assume(Trouble.STALLED);
        stage().platform().begin(Trouble.STALLED);
        var sent = new ArrayList<>(List.of(attempt("x")));
        eventually("a connection that is open and dead is noticed", () -> {
            var last = sent.getLast();
            if (last.isDone()) {
                sent.add(attempt("x"));
            }
            return connector().health().trouble().isPresent() || (last.isDone() && mayPass(last));
        });
        stage().platform().end(Trouble.STALLED);
        worksAgain();
    }

    @Test
    default void waitsForASlowPeerWithoutHoldingAnyoneUp() throws Exception {
        assume(Trouble.SLOW);
        stage().platform().begin(Trouble.SLOW);
        var sent = IntStream.range(0, 20).mapToObj(i -> attempt("slow " + i)).toList();
        sent.forEach(stage()::now);

        var texts = stage().lobbySees().stream().map(Sight::text).toList();
        assertEquals(IntStream.range(0, 20).mapToObj(i -> "slow " + i).toList(), texts);
    }

    @Test
    default void letsGoOfThreadsAndConnectionsWhenStopped() throws Exception {
        stage().now(stage().atOnce(() -> connector().say(lobby(), Content.of("bye"))));
        var mine = stage().newThreads();
        connector().stop();
        connector().stop();

        for (var thread : mine) {
            assertTrue(thread.join(Screen.PATIENCE), () -> thread + " lives on");
        }
        eventually("its connections are closed", () -> connections() == 0);
        var late = stage().atOnce(() -> connector().say(lobby(), Content.of("late")));
        stage().failure(late).ifPresent(told -> assertTrue(isPassing(told), told.code()));
    }

    @Test
    default void sendsWhatIsUnderWayBeforeItStops() {
        var sent = say(20);
        connector().stop();

        var taken =
                sent.stream().filter(each -> stage().failure(each).isEmpty()).count();
        assertEquals(20, taken);
    }

    @Test
    default void hearsAndSpeaksAfterARestart() throws Exception {
        stage().restart();

        stage().now(connector().say(lobby(), Content.of("back")));
        assertTrue(stage().lobbySees().stream().anyMatch(sight -> sight.text().contains("back")));
        assertEquals("welcome", stage().hears(Person.ANN, "welcome").text());
    }

    private List<CompletableFuture<Receipt>> say(int count) {
        return IntStream.range(0, count).mapToObj(i -> attempt("message " + i)).toList();
    }

    private void succeedsOrMayPass(CompletionStage<?> sent) {
        stage().failure(sent).ifPresent(told -> assertTrue(isPassing(told), told.code()));
    }

    private boolean mayPass(CompletionStage<?> sent) {
        return stage().failure(sent).map(FaultsContract::isPassing).orElse(false);
    }

    private CompletableFuture<Receipt> attempt(String text) {
        return stage().atOnce(() -> connector().say(lobby(), Content.of(text))).toCompletableFuture();
    }

    /** What failed so is tried again. */
    private static boolean isPassing(BellhopException told) {
        return Stream.of(".unreachable", ".stopped", ".away").anyMatch(told.code()::endsWith);
    }

    private void worksAgain() {
        eventually(
                "it speaks again",
                () -> stage().failure(connector().say(lobby(), Content.of("back again")))
                        .isEmpty());
        assertTrue(stage().platform().lobbyScreen().until("back again").size() < 100);
        eventually("it hears again", () -> {
            says("are you there");
            return stage().heard().poll(200) instanceof MessageReceived;
        });
    }

    private void says(String text) {
        try {
            stage().platform().says(Person.ANN, text);
        } catch (Exception e) {
            throw new AssertionError("Ann can't write.", e);
        }
    }

    private int connections() {
        return stage().platform().connections();
    }

    private static void eventually(String what, BooleanSupplier holds) {
        long until = System.nanoTime() + LONGEST.toNanos();
        while (!holds.getAsBoolean()) {
            assertTrue(System.nanoTime() < until, () -> what + " within " + LONGEST);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private void assume(Trouble trouble) {
        Assumptions.assumeTrue(
                stage().platform().troubles().contains(trouble), () -> "the platform can't play " + trouble);
    }
}
