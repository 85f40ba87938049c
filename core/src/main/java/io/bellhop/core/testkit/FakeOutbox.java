package io.bellhop.core.testkit;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import io.bellhop.core.testkit.FakeConnector.Sent;
import io.bellhop.core.testkit.FakeConnector.Verb;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** What was sent on a platform in memory, which knows repeats by their keys. Safe for use from any thread. */
final class FakeOutbox {
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final Map<String, Receipt> keys = new ConcurrentHashMap<>();
    private final AtomicLong messages = new AtomicLong();
    private volatile boolean forgetful;
    private volatile boolean unreachable;

    void forget() {
        forgetful = true;
    }

    boolean isForgetful() {
        return forgetful;
    }

    void away(boolean isAway) {
        unreachable = isAway;
    }

    List<Sent> all() {
        return List.copyOf(sent);
    }

    /** Finds what says the same to the same message. */
    Optional<Receipt> find(MessageId message, Content content) {
        return sent.stream()
                .filter(one ->
                        one.cause().equals(message) && one.content().text().equals(content.text()))
                .findFirst()
                .map(one -> Receipt.of(one.cause()));
    }

    /** Names the next message of all. */
    MessageId next(ChannelId channel) {
        return new MessageId(channel, Long.toString(messages.incrementAndGet()));
    }

    /** Sends, unless the platform is away; a repeat that is recognised is answered as it was at first. */
    CompletionStage<Receipt> send(Verb verb, MessageId cause, Content content, Receipt receipt) {
        if (unreachable) {
            return CompletableFuture.failedFuture(
                    new BellhopException(ErrorKind.CONNECTOR, "test.unreachable", "The platform is away.", null));
        }
        var key = content.key();
        var before = key.isEmpty() || forgetful || verb == Verb.EDIT ? null : keys.putIfAbsent(key.get(), receipt);
        if (before == null) {
            sent.add(new Sent(verb, cause, content));
        }
        return CompletableFuture.completedFuture(before == null ? receipt : before);
    }

    /** Does to a message what works also while the platform is away. */
    CompletionStage<Boolean> touch(Verb verb, MessageId message, Content content) {
        sent.add(new Sent(verb, message, content));
        return CompletableFuture.completedFuture(true);
    }
}
