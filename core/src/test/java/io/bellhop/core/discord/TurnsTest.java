package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.discord.request.UnderWay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final String PLACE = "lobby";

    private final UnderWay underWay = new UnderWay();
    private final List<String> begun = new ArrayList<>();

    @Test
    void shortOnesDoNotWaitForEachOther() {
        var _ = one("first", new CompletableFuture<>());
        var _ = one("second", new CompletableFuture<>());
        assertThat(begun).containsExactly("first", "second");
    }

    @Test
    void shortOnesGoAllAtOnceWhenALongOneHasEnded() {
        var lengthy = new CompletableFuture<String>();
        var _ = several("long", lengthy);
        var _ = one("first", new CompletableFuture<>());
        var _ = one("second", new CompletableFuture<>());
        assertThat(begun).containsExactly("long");

        lengthy.complete("done");
        assertThat(begun).containsExactly("long", "first", "second");
        var _ = one("third", new CompletableFuture<>());
        assertThat(begun).endsWith("third");
    }

    @Test
    void manyMayWait() {
        var lengthy = new CompletableFuture<String>();
        var _ = several("long", lengthy);
        var last = IntStream.range(0, 100_000)
                .mapToObj(i -> one("short", CompletableFuture.completedStage("sent")))
                .reduce((before, after) -> after)
                .orElseThrow();
        lengthy.complete("done");
        assertThat(last.toCompletableFuture()).isCompletedWithValue("sent");
    }

    @Test
    void nothingWaitsForWhatNobodyWillAnswer() {
        var _ = several("lost", new CompletableFuture<>());
        var waiting = several("waiting", new CompletableFuture<>());
        underWay.abandon();
        assertThat(waiting.toCompletableFuture()).failsWithin(Duration.ZERO);

        var _ = several("again", new CompletableFuture<>());
        assertThat(begun).containsExactly("lost", "again");
    }

    @Test
    void whatIsAnsweredAfterAllLetsNobodyThrough() {
        var lost = new CompletableFuture<String>();
        var _ = several("lost", lost);
        underWay.abandon();
        var _ = several("again", new CompletableFuture<>());
        var _ = one("waiting", new CompletableFuture<>());

        lost.complete("late");
        assertThat(begun).containsExactly("lost", "again");
    }

    private CompletionStage<String> one(String name, CompletionStage<String> answer) {
        return underWay.turns().one(PLACE, () -> begins(name, answer));
    }

    private CompletionStage<String> several(String name, CompletionStage<String> answer) {
        return underWay.turns().several(PLACE, () -> begins(name, answer));
    }

    private CompletionStage<String> begins(String name, CompletionStage<String> answer) {
        begun.add(name);
        return answer;
    }
}
