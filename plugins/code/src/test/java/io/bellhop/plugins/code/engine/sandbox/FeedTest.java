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

    @Test
    void asksOnlyWhenAllInputCanBeReadAndTheProgramWaitsAllTheSame() {
        var feed = feed(Duration.ofDays(1));
        answer.complete(Optional.of("more"));

        feed.look();
        feed.look();
        assertThat(sent).isEmpty();

        feed.isRead();
        feed.look();
        feed.look();
        feed.look();
        feed.look();
        assertThat(sent).as("once, until that can be read too").containsExactly("i more");
    }

    @Test
    void endsTheInputOfAProgramThatHasWaitedForTooLong() {
        var feed = feed(Duration.ZERO);
        feed.isRead();

        feed.look();
        feed.look();

        assertThat(sent).containsExactly("c ");
        assertThat(answer).as("whoever was asked learns that").isCompletedWithValue(Optional.empty());
        assertThat(feed.waited()).isPositive();
    }

    @Test
    void endsTheInputIfNobodyCanBeAsked() {
        var feed = feed(Duration.ofDays(1));
        feed.isRead();
        answer.completeExceptionally(new IllegalStateException("the chat is away"));

        feed.look();
        feed.look();

        assertThat(sent).containsExactly("c ");
    }

    private Feed feed(Duration longest) {
        return new Feed(
                Optional.of(() -> answer),
                () -> true,
                (kind, bytes) -> sent.add(kind + " " + new String(bytes, StandardCharsets.UTF_8)),
                longest);
    }
}
