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
    private final CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
    private final List<String> sent = new ArrayList<>();
    private boolean waits = true;

    @Test
    void asksOnlyWhenAllInputCanBeReadAndTheProgramWaitsAllTheSame() {
        var feed = feed(Duration.ofDays(1));
        answer.complete(Optional.of("more"));

        feed.look();
        feed.look();
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
        var feed = feed(Duration.ofDays(1));
        feed.isRead();
        answer.completeExceptionally(new IllegalStateException("the chat is away"));

        look(feed, 3);

        assertThat(sent).containsExactly("c ");
    }

    @Test
    void asksNobodyIfTheProgramDoesNotWaitWhenItIsLookedAtAgainSoon() {
        var feed = feed(Duration.ofDays(1));
        feed.isRead();
        answer.complete(Optional.of("more"));

        feed.look();
        assertThat(feed.next(Duration.ofDays(1))).isLessThan(Duration.ofMillis(50));
        waits = false;
        feed.look();
        waits = true;
        look(feed, 1);
        assertThat(sent).isEmpty();
        look(feed, 2);
        assertThat(sent).containsExactly("i more");
    }

    private static void look(Feed feed, int times) {
        for (int i = 0; i < times; i++) {
            feed.look();
        }
    }

    private Feed feed(Duration longest) {
        return new Feed(
                Optional.of(() -> answer),
                () -> waits,
                (kind, bytes) -> sent.add(kind + " " + new String(bytes, StandardCharsets.UTF_8)),
                longest);
    }
}
