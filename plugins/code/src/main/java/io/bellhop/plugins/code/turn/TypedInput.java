package io.bellhop.plugins.code.turn;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Message;
import io.bellhop.api.chat.Text;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.event.Broker;
import io.bellhop.api.event.MessageReceived;
import io.bellhop.api.event.Order;
import io.bellhop.api.plugin.Registration;
import io.bellhop.plugins.code.engine.Input;
import io.bellhop.plugins.code.engine.Output;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a user types for their program while it runs: in a thread about the message that asked for it, where there are
 * threads. From the first question on, each message of theirs there that is no command is a line, or the lines of its
 * code block. Safe for use from any thread.
 */
final class TypedInput implements Input, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TypedInput.class);
    private static final String END = "eof";
    private static final Pattern BLOCK = Pattern.compile("```[^`\\n]*\\n(.*?)\\n?```", Pattern.DOTALL);
    private static final int MOST_AHEAD = 100;
    private static final int MOST_SHOWN = 200;

    private static final String UNASKED =
            "It waited for input, and met its end: you were not asked since another program"
                    + " waits for an answer. Run it again in a moment, or give it input in a second code block.";
    private static final String UNSENT = "It waited for input, and met its end: you could not be asked.";
    private static final String UNANSWERED = "It waited " + LONGEST.toMinutes()
            + " minutes for input, the most that a run may, and met its end: nobody gave any.";

    private final Invocation asked;
    private final String prefix;
    private final Supplier<Output> written;
    private final Connector connector;
    private final Broker broker;
    private final Semaphore places;
    private final Queue<String> ahead = new ArrayDeque<>();
    private final StringBuilder typed = new StringBuilder();
    private @Nullable CompletableFuture<ChannelId> place;
    private CompletableFuture<Optional<String>> answer = CompletableFuture.completedFuture(Optional.empty());
    private Registration hearing = () -> {};
    private boolean isOver;
    private String cut = "";

    TypedInput(
            Invocation asked,
            String prefix,
            Supplier<Output> written,
            Connector connector,
            Broker broker,
            Semaphore places) {
        this.asked = asked;
        this.prefix = prefix;
        this.written = written;
        this.connector = connector;
        this.broker = broker;
        this.places = places;
    }

    @Override
    public synchronized CompletableFuture<Optional<String>> next() {
        if (isOver) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        if (!ahead.isEmpty()) {
            return CompletableFuture.completedFuture(taken(ahead.remove()));
        }
        if (places.tryAcquire()) {
            return ask();
        }
        cut = UNASKED;
        return CompletableFuture.completedFuture(Optional.empty());
    }

    /** {@return a sentence that says why the input ended although nobody had ended it; empty if it did not} */
    synchronized String cut() {
        return cut;
    }

    /** {@return all that was typed} */
    synchronized String typed() {
        return typed.toString();
    }

    @Override
    public synchronized void close() {
        hearing.cancel();
    }

    private CompletableFuture<Optional<String>> ask() {
        answer = new CompletableFuture<>();
        var _ = answer.whenComplete((text, failure) -> over(failure == null && text.isEmpty()));
        var before = place;
        var where = before == null ? begin() : before;
        var question = question(before == null);
        var said = where.thenCompose(channel -> connector.say(channel, Content.of(question)));
        var _ = said.whenComplete((receipt, failure) -> endUnasked(failure));
        return answer;
    }

    private synchronized void over(boolean isEnd) {
        places.release();
        if (isEnd && !isOver && cut.isEmpty()) {
            cut = UNANSWERED;
        }
    }

    private CompletableFuture<ChannelId> begin() {
        hearing = broker.subscribe(MessageReceived.class, Order.PER_CHANNEL, event -> hear(event.message()));
        var here = asked.message().id().channel();
        var begun = connector
                .thread(asked.message().id(), "Input of the program")
                .exceptionally(none -> here)
                .toCompletableFuture();
        place = begun;
        return begun;
    }

    private synchronized void endUnasked(@Nullable Throwable failure) {
        if (failure != null) {
            LOG.warn("A program's question for input could not be sent: {}", failure.getMessage());
            cut = UNSENT;
            answer.complete(Optional.empty());
        }
    }

    private Text question(boolean isFirst) {
        var prompt = lastLine();
        var text =
                Text.empty().mention(asked.user().id()).add(prompt.isEmpty() ? ": the program waits for input" : ": ");
        text = prompt.isEmpty() ? text : text.code(prompt);
        return isFirst
                ? text.line()
                        .add("Your next message here is its next line; ")
                        .code(END)
                        .add(" ends its input.")
                : text;
    }

    /** What the program wrote last, without the end of a line: most likely its own question. */
    private String lastLine() {
        var all = written.get().merged();
        var line = all.substring(all.lastIndexOf('\n') + 1).strip();
        int start = Math.max(0, line.length() - MOST_SHOWN);
        boolean isWithin = start > 0 && Character.isLowSurrogate(line.charAt(start));
        return line.substring(isWithin ? start + 1 : start);
    }

    private synchronized void hear(Message message) {
        if (!isAnswer(message)) {
            return;
        }
        if (!answer.isDone()) {
            answer.complete(taken(message.text()));
        } else if (ahead.size() < MOST_AHEAD) {
            ahead.add(message.text());
        }
    }

    private boolean isAnswer(Message message) {
        var where = place;
        return where != null
                && message.author().id().equals(asked.user().id())
                && message.id().channel().equals(where.getNow(null))
                && !isElse(message);
    }

    /** A command, or a file without a word. */
    private boolean isElse(Message message) {
        return message.text().startsWith(prefix)
                || connector.addressed(message.text(), message.id().channel()).isPresent()
                || (message.text().isEmpty() && !message.attachments().isEmpty());
    }

    private Optional<String> taken(String text) {
        isOver = text.strip().equalsIgnoreCase(END);
        if (isOver) {
            return Optional.empty();
        }
        var lines = unfenced(text) + "\n";
        typed.append(lines);
        return Optional.of(lines);
    }

    /** Who types several lines puts them into a block, whose fences are not meant for the program. */
    private static String unfenced(String text) {
        var block = BLOCK.matcher(text.strip());
        return block.matches() ? block.group(1) : text;
    }
}
