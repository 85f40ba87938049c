package io.bellhop.plugins.code.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FeedTest {
    private static final Duration LONG = Duration.ofDays(1);
    private static final Duration DOUBT = Duration.ofMillis(20);

    private final CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
    private final List<String> sent = new ArrayList<>();
    private boolean waits = true;
    private long now;

    @Test
    void asksOnlyWhenAllInputCanBeReadAndTheProgramWaitsAllTheSame() {
        var feed = feed(LONG);
        answer.complete(Optional.of("more"));

        look(feed, 2);
        assertThat(sent).isEmpty();

        feed.isRead();
        look(feed, 5);
        assertThat(sent).as("once, until that can be read too").containsExactly("i more");
    }

    @Test
    void endsTheInputOfAProgramThatHasWaitedForTooLong() {
        var feed = feed(Duration.ZERO);
        feed.isRead();

        look(feed, 3);

        assertThat(sent).containsExactly("c ");
        assertThat(answer).as("whoever was asked learns that").isCompletedWithValue(Optional.empty());
        assertThat(feed.waited()).isPositive();
    }

    @Test
    void endsTheInputIfNobodyCanBeAsked() {
        var feed = feed(LONG);
        feed.isRead();
        answer.completeExceptionally(new IllegalStateException("the chat is away"));

        look(feed, 3);

        assertThat(sent).containsExactly("c ");
    }

    @Test
    void asksNobodyIfTheProgramDoesNotWaitWhenItIsLookedAtAgainSoon() {
        var feed = feed(LONG);
        feed.isRead();
        answer.complete(Optional.of("more"));

        look(feed, 1);
        assertThat(feed.next(LONG)).isLessThan(Duration.ofMillis(50));
        waits = false;
        look(feed, 1);
        waits = true;
        look(feed, 1);
        assertThat(sent).isEmpty();
        look(feed, 1);
        assertThat(sent).containsExactly("i more");
        assertThat(feed.waited()).as("of what was a wait").isEqualTo(DOUBT);
    }

    @Test
    void takesNoLookThatComesEarlyForTheSecond() {
        var feed = feed(LONG);
        feed.isRead();
        answer.complete(Optional.of("more"));
        look(feed, 1);

        feed.look();
        now += DOUBT.toNanos() - 1;
        feed.look();
        assertThat(sent).isEmpty();

        now += 1;
        feed.look();
        assertThat(sent).containsExactly("i more");
    }

    @Test
    void givesAtOnceWhatIsAnsweredAtOnce() {
        var feed = feed(LONG);
        feed.isRead();
        answer.complete(Optional.of("typed ahead"));

        look(feed, 2);

        assertThat(sent).containsExactly("i typed ahead");
    }

    @Test
    void letsTheClockStandFromWhenTheProgramWasFirstSeenToWait() {
        var feed = feed(LONG);
        feed.isRead();

        look(feed, 1);
        assertThat(feed.waited()).as("it may be ending").isZero();
        look(feed, 1);
        assertThat(feed.waited()).isEqualTo(DOUBT);

        now += LONG.toNanos();
        assertThat(feed.waited()).isEqualTo(LONG.plus(DOUBT));
    }

    @Test
    void looksSoonAfterItGaveSomethingAndSeldomIfTheProgramDoesNotReadOn() {
        var feed = feed(LONG);
        answer.complete(Optional.of("more"));
        assertThat(intervals(feed, 3)).containsExactly(100L, 100L, 100L);
        feed.isRead();
        look(feed, 2);

        feed.isRead();
        waits = false;
        assertThat(intervals(feed, 7)).containsExactly(5L, 10L, 20L, 40L, 80L, 100L, 100L);
    }

    @Test
    void looksForTheAnswerNowAndThen() {
        var feed = feed(LONG);
        feed.isRead();
        look(feed, 2);

        assertThat(intervals(feed, 2)).containsExactly(100L, 100L);
        answer.complete(Optional.of("late"));
        look(feed, 1);
        assertThat(sent).containsExactly("i late");
        assertThat(feed.waited()).isEqualTo(Duration.ofMillis(320));
    }

    private List<Long> intervals(Feed feed, int times) {
        var intervals = new ArrayList<Long>();
        for (int i = 0; i < times; i++) {
            intervals.add(feed.next(LONG).toMillis());
            look(feed, 1);
        }
        return intervals;
    }

    /** Looks when it is time to. */
    private void look(Feed feed, int times) {
        for (int i = 0; i < times; i++) {
            now += feed.next(LONG).toNanos();
            feed.look();
        }
    }

    private Feed feed(Duration longest) {
        return new Feed(
                Optional.of(() -> answer),
                () -> waits,
                (kind, bytes) -> sent.add(kind + " " + new String(bytes, StandardCharsets.UTF_8)),
                longest,
                () -> now);
    }
}
