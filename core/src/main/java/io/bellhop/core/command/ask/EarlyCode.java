package io.bellhop.core.command.ask;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Message;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.command.parse.Gap;
import io.bellhop.core.event.Time;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Code that came right after its command, before the question for it was open: so do people who type ahead, and lines
 * that are sent together. It is held for ten seconds, in memory alone. Safe for use from any thread.
 */
@Singleton
public final class EarlyCode {
    private static final Duration HELD = Duration.ofSeconds(10);
    private static final int MOST = 256;

    private final Time time;
    /** The newest first. */
    private final Deque<Asked> asked = new ArrayDeque<>();

    @Inject
    EarlyCode(Time time) {
        this.time = time;
    }

    /** What somebody asked for, and the first code that they sent after that. */
    private static final class Asked {
        private final MessageId message;
        private final UserId user;
        private final ChannelId channel;
        private @Nullable Held code;

        Asked(Message message) {
            this.message = message.id();
            this.user = message.author().id();
            this.channel = message.channel().id();
        }

        boolean isBefore(Message next) {
            return user.equals(next.author().id())
                    && channel.equals(next.channel().id());
        }

        @Nullable
        Held take() {
            var taken = code;
            code = null;
            return taken;
        }
    }

    private record Held(MessageId message, Supplier<CompletionStage<Void>> hear) {}

    /**
     * Notes what may turn out to lack code.
     *
     * @param message what asks for something
     */
    public synchronized void follows(Message message) {
        asked.addFirst(new Asked(message));
        if (asked.size() > MOST) {
            asked.removeLast();
        }
    }

    /**
     * Holds a message if it brings the first code after what its author last asked for there.
     *
     * @param message what was said, and answers nothing yet
     * @param hear hears it anew, as the answer that it then is
     * @return false if it is no such message
     */
    public boolean hold(Message message, Supplier<CompletionStage<Void>> hear) {
        var id = message.id();
        boolean held = !message.author().bot() && Gap.isCode(message) && put(message, hear);
        if (held) {
            time.after(HELD, () -> drop(id));
        }
        return held;
    }

    private synchronized boolean put(Message message, Supplier<CompletionStage<Void>> hear) {
        var before = find(earlier -> earlier.isBefore(message));
        if (before == null || before.code != null) {
            return false;
        }
        before.code = new Held(message.id(), hear);
        return true;
    }

    /**
     * Holds a message no longer.
     *
     * @param message the message
     * @return false if it was not held, or has been taken
     */
    public synchronized boolean drop(MessageId message) {
        var before =
                find(earlier -> earlier.code != null && earlier.code.message().equals(message));
        return before != null && before.take() != null;
    }

    /**
     * Takes the code that came after a message, and has it heard as an answer.
     *
     * @param message what asked for something, and lacks code
     * @return completes when the answer has been answered; null if there is no code
     */
    @Nullable
    CompletionStage<Void> answer(MessageId message) {
        var code = take(message);
        return code == null ? null : code.hear().get(); // outside of the lock
    }

    private synchronized @Nullable Held take(MessageId message) {
        var found = find(earlier -> earlier.message.equals(message));
        return found == null ? null : found.take();
    }

    private @Nullable Asked find(Predicate<Asked> wanted) {
        return asked.stream().filter(wanted).findFirst().orElse(null);
    }
}
