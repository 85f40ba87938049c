package io.bellhop.core.discord.loopback;

import io.bellhop.core.discord.loopback.LoopbackRest.Answer;
import io.bellhop.core.discord.loopback.LoopbackRest.Request;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * One interaction as Discord keeps it: it is to be acknowledged once, then it is answered through its token, and some
 * of the answers are seen by nobody but who began it.
 */
public final class LoopbackInteraction {
    private static final int EPHEMERAL = 64;
    private static final int LONGEST_CONTENT = 2000;

    public final String id = Payloads.snowflake();
    public final String token = "token-" + id;
    private final Kind kind;
    private final String channel;
    private final Map<String, Shown> messages = new LinkedHashMap<>();
    private final BlockingQueue<Callback> callbacks = new LinkedBlockingQueue<>();
    private final BlockingQueue<Shown> shown = new LinkedBlockingQueue<>();
    private final CountDownLatch withdrawn = new CountDownLatch(1);
    private Thinking thinking = Thinking.NOT_YET;
    private String original = "";
    private boolean expired;

    /** What began it, by Discord's numbers. */
    public enum Kind {
        COMMAND(2),
        COMPONENT(3),
        AUTOCOMPLETE(4),
        MODAL(5);

        final int number;

        Kind(int number) {
            this.number = number;
        }

        /** Tells whether it may be acknowledged so. */
        public boolean takes(int callback) {
            return switch (callback) {
                case 4, 5 -> this != AUTOCOMPLETE;
                case 6, 7 -> this == COMPONENT || this == MODAL;
                case 8 -> this == AUTOCOMPLETE;
                case 9 -> this == COMMAND || this == COMPONENT;
                default -> false;
            };
        }
    }

    /** Whether the bot is shown as thinking. */
    public enum Thinking {
        NOT_YET,
        FOR_ALL,
        FOR_ONE,
        NO_MORE
    }

    /** How it was acknowledged. */
    public record Callback(Instant time, int type, DataObject data) {
        public boolean isEphemeral() {
            return (data.getInt("flags", 0) & EPHEMERAL) != 0;
        }
    }

    /** A message that answers it, as it stands. */
    public record Shown(String id, String content, boolean ephemeral, DataObject json) {}

    public LoopbackInteraction(Kind kind, String channel) {
        this.kind = kind;
        this.channel = channel;
    }

    /** Waits until it is acknowledged. */
    public Callback acknowledged() throws InterruptedException {
        var callback = callbacks.poll(5, TimeUnit.SECONDS);
        if (callback == null) {
            throw new AssertionError("not acknowledged within 5 s");
        }
        return callback;
    }

    public synchronized boolean isAcknowledged() {
        return thinking != Thinking.NOT_YET;
    }

    /** Waits until a message is shown, or changed. */
    public Shown shown() throws InterruptedException {
        var next = shown.poll(60, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing was shown within 60 s");
        }
        return next;
    }

    /** Waits until the bot is shown as thinking no more, without an answer. */
    public void withdrawn() throws InterruptedException {
        if (!withdrawn.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("still thinking after 60 s");
        }
    }

    /** What stands there now, in order. */
    public synchronized List<Shown> messages() {
        return List.copyOf(messages.values());
    }

    public synchronized Thinking thinking() {
        return thinking;
    }

    /** Takes no answers any more, as after 15 minutes. */
    public synchronized void expire() {
        expired = true;
    }

    public synchronized Answer called(Request request) {
        var callback = request.json();
        var type = callback.getInt("type");
        var answer =
                new Callback(request.time(), type, callback.optObject("data").orElseGet(DataObject::empty));
        if (expired) {
            return Answer.error(404, 10_062, "Unknown interaction");
        }
        if (isAcknowledged()) {
            return Answer.error(400, 40_060, "Interaction has already been acknowledged.");
        }
        if (!kind.takes(type)) {
            return Answer.error(400, 50_035, "Invalid Form Body");
        }
        thinking = switch (type) {
            case 5 -> answer.isEphemeral() ? Thinking.FOR_ONE : Thinking.FOR_ALL;
            default -> Thinking.NO_MORE;
        };
        callbacks.add(answer);
        if (type == 4) {
            show(Payloads.snowflake(), answer.data(), answer.isEphemeral());
        }
        return Answer.nothing();
    }

    /** A follow-up; the first one takes the place of the thinking, and is seen by those who saw that. */
    public synchronized Answer followed(Request request) {
        if (expired || !isAcknowledged()) {
            return gone();
        }
        var json = request.json();
        boolean ephemeral = (json.getInt("flags", 0) & EPHEMERAL) != 0;
        if (thinking == Thinking.NO_MORE) {
            return show(Payloads.snowflake(), json, ephemeral);
        }
        return inPlace(json);
    }

    public synchronized Answer edited(String message, Request request) {
        if (expired || !isAcknowledged()) {
            return gone();
        }
        if (message.equals("@original") && thinking != Thinking.NO_MORE) {
            return inPlace(request.json());
        }
        var old = messages.get(message.equals("@original") ? original : message);
        return old == null
                ? Answer.error(404, 10_008, "Unknown Message")
                : show(old.id(), request.json(), old.ephemeral());
    }

    public synchronized Answer deleted(String message) {
        if (expired || !isAcknowledged()) {
            return gone();
        }
        if (message.equals("@original") && thinking != Thinking.NO_MORE) {
            thinking = Thinking.NO_MORE;
            withdrawn.countDown();
            return Answer.nothing();
        }
        var old = messages.remove(message.equals("@original") ? original : message);
        return old == null ? Answer.error(404, 10_008, "Unknown Message") : Answer.nothing();
    }

    private Answer inPlace(DataObject json) {
        boolean ephemeral = thinking == Thinking.FOR_ONE;
        thinking = Thinking.NO_MORE;
        original = Payloads.snowflake();
        return show(original, json, ephemeral);
    }

    private Answer show(String message, DataObject json, boolean ephemeral) {
        var content = json.getString("content", "");
        if (content.length() > LONGEST_CONTENT) {
            return Answer.error(400, 50_035, "Invalid Form Body");
        }
        var standing = new Shown(message, content, ephemeral, json);
        messages.put(message, standing);
        shown.add(standing);
        return Answer.json(Payloads.message(message, channel, Payloads.bot(), content)
                .put("flags", ephemeral ? EPHEMERAL : 0)
                .put("webhook_id", Payloads.BOT));
    }

    private static Answer gone() {
        return Answer.error(404, 10_015, "Unknown Webhook");
    }
}
