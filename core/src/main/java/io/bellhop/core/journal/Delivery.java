package io.bellhop.core.journal;

import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.Text;
import io.bellhop.core.chat.KnowsAskers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A reply on its way from the journal to its user. Its tries follow each other. */
final class Delivery {
    /** What is too old is given up after more tries than these, which take two minutes or more. */
    private static final int ENOUGH = 20;

    private static final Duration WORTH_SENDING = Duration.ofDays(1);

    private final Row row;
    private final Content content;
    private final @Nullable CompletionStage<Receipt> replaces;
    private final CompletableFuture<Receipt> done = new CompletableFuture<>();
    private @Nullable String doubt;
    private boolean recognisable = true;
    private int tries;

    private Delivery(Row row, Content content, @Nullable CompletionStage<Receipt> replaces) {
        this.row = row;
        this.content = content.keyed(row.asked().ref() + "." + row.number());
        this.replaces = replaces;
    }

    /** A reply that was never sent. */
    static Delivery first(Row row, Content content, @Nullable CompletionStage<Receipt> replaces) {
        return new Delivery(row, content, replaces);
    }

    /** A reply of which nobody knows any more whether it was sent. */
    static Delivery again(Row row, Content content, @Nullable CompletionStage<Receipt> replaces, boolean recognisable) {
        var delivery = new Delivery(row, content, replaces);
        delivery.doubt = "the bot was restarted";
        delivery.recognisable = recognisable;
        return delivery;
    }

    long id() {
        return row.id();
    }

    String ref() {
        return row.asked().ref();
    }

    String connector() {
        return row.asked().user().connector();
    }

    /** Returns where it belongs: whatever else goes there arrives when this would. */
    Object place() {
        var asked = row.asked();
        return asked.whispers() ? asked.user() : asked.message().channel();
    }

    CompletableFuture<Receipt> done() {
        return done;
    }

    /** Tries once. */
    CompletionStage<Receipt> sendThrough(Connector connector, Instant now) {
        tellAsker(connector, row.asked().message());
        if (replaces == null && !row.asked().whispers() && !isRecognised(connector, now)) {
            return sendUnlessSent(connector);
        }
        var shown = isRecognised(connector, now) ? content : marked();
        if (replaces == null) {
            return send(connector, shown);
        }
        return replaces.handle((receipt, failure) ->
                        receipt == null ? send(connector, shown) : replace(connector, receipt, shown))
                .thenCompose(sent -> sent);
    }

    /** Looks first where it would stand; where nobody can tell whether it is there, it says that it may be a repeat. */
    private CompletionStage<Receipt> sendUnlessSent(Connector connector) {
        return connector
                .sent(row.asked().message(), content)
                .handle((found, failure) -> {
                    if (failure != null) {
                        return send(connector, marked());
                    }
                    return found.<CompletionStage<Receipt>>map(CompletableFuture::completedStage)
                            .orElseGet(() -> send(connector, content));
                })
                .thenCompose(sent -> sent);
    }

    /** Failed for now. */
    void failed(Throwable failure) {
        if (!Failures.isUnsent(failure)) {
            doubt = "the connection was lost";
        }
        tries++;
    }

    /** Tells whether it is too old to be tried again. After a start, when platforms may be late, it is tried first. */
    boolean isStale(Instant now) {
        var first = row.repliedAt();
        return first != null && tries > ENOUGH && Duration.between(first, now).compareTo(WORTH_SENDING) > 0;
    }

    /**
     * Counted from when the reply was written down. It may have been sent for the first time long after that, and be
     * remembered for longer, but nobody writes down when: a mark too many is better than a repeat without a word.
     */
    private boolean isRecognised(Connector connector, Instant now) {
        var first = row.repliedAt();
        if (doubt == null || first == null) {
            return true;
        }
        var age = Duration.between(first, now);
        return recognisable
                && !age.isNegative() // the clock was set back: nobody knows how long it has been
                && age.compareTo(connector.remembersKeys()) < 0;
    }

    private Content marked() {
        var text = content.text();
        var lines = text.isEmpty() ? text : text.line();
        return content.with(lines.add(Text.of("(this may be a repeat: " + doubt + ")")));
    }

    /** Else its choices, after a restart, would be for everyone. */
    private void tellAsker(Connector connector, MessageId message) {
        if (connector instanceof KnowsAskers knows && !content.choices().isEmpty()) {
            knows.asked(message, row.asked().user());
        }
    }

    /** An edit that is done twice changes nothing, so it needs no mark. */
    private CompletionStage<Receipt> replace(Connector connector, Receipt receipt, Content shown) {
        tellAsker(connector, receipt.message());
        return connector
                .edit(receipt, content)
                .exceptionallyCompose(failure ->
                        Failures.isPassing(failure) ? CompletableFuture.failedStage(failure) : send(connector, shown));
    }

    private CompletionStage<Receipt> send(Connector connector, Content shown) {
        var asked = row.asked();
        return asked.whispers()
                ? connector.whisper(asked.user(), asked.message(), shown)
                : connector.reply(asked.message(), shown);
    }
}
