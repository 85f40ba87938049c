package io.bellhop.plugins.irc;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.Text;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.chat.plain.PlainText;
import io.bellhop.api.chat.plain.Visible;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import io.bellhop.plugins.irc.Ids.Place;
import io.bellhop.plugins.irc.people.Person;
import io.bellhop.plugins.irc.session.Network;
import io.bellhop.plugins.irc.show.Files;
import io.bellhop.plugins.irc.show.Formatting;
import io.bellhop.plugins.irc.show.Unheard;
import io.bellhop.plugins.irc.wire.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** What the bot says on one network. Safe for use from any thread. */
final class Mouth {
    private static final String SAY = "PRIVMSG";
    private static final String NOTICE = "NOTICE";

    private final Network network;
    private final MessageIds ids;
    private final Files files;
    private final Executor pool;
    private final PlainText formatted;
    private final PlainText plain;
    private final Rests rests;
    private final Sequence sequence = new Sequence();

    Mouth(Network network, MessageIds ids, Files files, Rests rests, Executor pool) {
        this.network = network;
        this.ids = ids;
        this.files = files;
        this.rests = rests;
        this.pool = pool;
        this.formatted = new PlainText(new Formatting(network.config().formatting(), this::called));
        this.plain = new PlainText(new Formatting(false, this::called));
    }

    private String called(UserId user) {
        var identity = Ids.afterNetwork(user.id());
        return network.find(identity)
                .map(person -> person.source().nick())
                .orElseGet(() -> Ids.isGuest(identity) ? identity.substring(0, identity.indexOf('!')) : identity);
    }

    CompletionStage<Receipt> say(ChannelId where, Content content) {
        var place = Ids.place(where);
        return sequence.say(
                where,
                shown(where, content, styleOf(place)),
                lines -> send(where, place, place.direct() ? lines : unheard(lines), isOwed(content)));
    }

    CompletionStage<Receipt> reply(MessageId message, Content content) {
        var where = message.channel();
        var place = Ids.place(where);
        return place.direct()
                ? say(where, content)
                : sequence.say(
                        where,
                        shown(where, content, styleOf(place)),
                        lines -> answer(message, place, lines, isOwed(content)));
    }

    private CompletionStage<Receipt> answer(MessageId message, Place place, List<String> lines, boolean owed) {
        var nick = MessageIds.nick(message);
        boolean mayBeRefused = owed || network.mayRefuse(place.name());
        var sent = send(message.channel(), place, addressed(nick, lines), owed);
        return mayBeRefused ? sent.whenComplete((_, failure) -> tellIfRefused(nick, failure)) : sent;
    }

    /** Whoever asked in a channel that lets us say nothing would else wait for an answer. */
    private void tellIfRefused(String nick, @Nullable Throwable failure) {
        if (isRefusal(failure)) {
            var why = Objects.requireNonNull(cause(failure)).getMessage();
            network.called(nick).ifPresent(person -> {
                var _ = network.send(NOTICE, person, List.of(why + " Ask me here, or in another channel."), false);
            });
        }
    }

    private static boolean isRefusal(@Nullable Throwable failure) {
        return cause(failure) instanceof BellhopException known && known.code().equals(Failure.REFUSED);
    }

    private static @Nullable Throwable cause(@Nullable Throwable failure) {
        return failure instanceof CompletionException ? failure.getCause() : failure;
    }

    /** What has a key is journalled, and said again if it is lost; for the rest a confirmation would be dear. */
    private static boolean isOwed(Content content) {
        return content.key().isPresent();
    }

    /**
     * Calls whoever asked, in a way that is no command, unless the answer is something that stands on lines of its own.
     */
    private List<String> addressed(String nick, List<String> lines) {
        return lines.size() > 1 || nick.equals(network.nick())
                ? unheard(lines)
                : List.of(Unheard.of(Visible.of(nick) + ": " + lines.getFirst(), _ -> false));
    }

    private List<String> unheard(List<String> lines) {
        return lines.stream().map(network::unheard).toList();
    }

    CompletionStage<Receipt> whisper(UserId user, @Nullable MessageId cause, Content content) {
        var identity = Ids.afterNetwork(user.id());
        var where = Ids.direct(network.name(), identity);
        return sequence.say(
                where,
                shown(where, content, formatted),
                lines -> network.find(identity)
                        .map(person -> whisper(person, where, cause, lines))
                        .orElseGet(() -> network.isConnected()
                                ? undelivered(cause, gone(), "I no longer see you. Ask again.")
                                : absent("The link to " + network.name() + " is down now.")));
    }

    /** Is confirmed, for else nobody would learn that it was refused. */
    private CompletionStage<Receipt> whisper(
            Person person, ChannelId where, @Nullable MessageId cause, List<String> lines) {
        return transmit(network.config().whispers().name(), person, where, lines, true)
                .exceptionallyCompose(failure ->
                        isRefusal(failure) ? refused(cause, failure) : CompletableFuture.failedStage(failure));
    }

    /** Whoever is meant was on a network that is not configured any more. */
    CompletionStage<Receipt> undelivered(@Nullable MessageId cause) {
        return undelivered(cause, gone(), "I no longer see you. Ask again.");
    }

    private CompletionStage<Receipt> refused(@Nullable MessageId cause, Throwable failure) {
        var sentence =
                Objects.requireNonNull(Objects.requireNonNull(cause(failure)).getMessage());
        return undelivered(cause, undeliverable(sentence), sentence);
    }

    /** The channel of the cause learns why, and not what. */
    private CompletionStage<Receipt> undelivered(@Nullable MessageId cause, BellhopException failure, String why) {
        if (cause == null || Ids.place(cause.channel()).direct()) {
            return CompletableFuture.failedStage(failure);
        }
        var told = Content.of(Text.of("I could not write to you directly. " + why));
        return reply(cause, told).thenCompose(_ -> CompletableFuture.failedStage(failure));
    }

    private BellhopException gone() {
        return undeliverable("They are not on " + network.name() + " now.");
    }

    private static BellhopException undeliverable(String why) {
        return new BellhopException(ErrorKind.CONNECTOR, "irc.undeliverable", why, null);
    }

    private CompletionStage<Receipt> send(ChannelId where, Place place, List<String> lines, boolean owed) {
        if (!place.direct()) {
            return sendTo(place.name(), where, lines, owed);
        }
        return network.find(place.name())
                .map(person -> transmit(SAY, person, where, lines, owed))
                .orElseGet(() -> network.hasLeft(place.name())
                        ? CompletableFuture.failedStage(gone())
                        : absent("They are not on " + network.name() + " now."));
    }

    private CompletionStage<Receipt> sendTo(String channel, ChannelId where, List<String> lines, boolean owed) {
        var closed = network.closed(channel);
        if (closed.isPresent()) {
            return CompletableFuture.failedStage(Failure.closed(network.name(), channel, closed.get()));
        }
        return network.isIn(channel)
                ? network.send(SAY, channel, lines, owed).thenApply(count -> receipt(where, count))
                : absent("I am not in " + channel + " on " + network.name() + " now.");
    }

    /** It may be otherwise in a while, so the same is tried again. */
    private static <T> CompletableFuture<T> absent(String reason) {
        return CompletableFuture.failedFuture(new BellhopException(ErrorKind.CONNECTOR, Failure.AWAY, reason, null));
    }

    private CompletionStage<Receipt> transmit(
            String command, Person person, ChannelId where, List<String> lines, boolean owed) {
        return network.send(command, person, lines, owed).thenApply(count -> receipt(where, count));
    }

    private Receipt receipt(ChannelId where, int count) {
        if (count == 1) {
            return Receipt.of(ids.next(where, network.nick()));
        }
        var messages = new ArrayList<MessageId>(count);
        for (int i = 0; i < count; i++) {
            messages.add(ids.next(where, network.nick()));
        }
        return new Receipt(messages);
    }

    /** Turns content into lines; what has to be read from files is read on the plugin's pool. */
    private CompletableFuture<List<String>> shown(ChannelId where, Content content, PlainText style) {
        if (content.attachments().isEmpty()) {
            return CompletableFuture.completedFuture(bounded(where, content, style));
        }
        try {
            return CompletableFuture.supplyAsync(() -> bounded(where, content, style), pool);
        } catch (RejectedExecutionException _) {
            return absent("Too many files are to be read for " + network.name() + " now.");
        }
    }

    private PlainText styleOf(Place place) {
        return !place.direct() && network.isPlain(place.name()) ? plain : formatted;
    }

    private List<String> bounded(ChannelId where, Content content, PlainText style) {
        var text = style.of(content.attachments().isEmpty() ? content : withoutFiles(content), PlainText::note);
        var lines = lines(text);
        int most = network.config().lines();
        if (lines.size() > most + 1) { // to say that one is left out would take a line too
            lines = shortened(where, content, text, lines);
        }
        for (var file : content.attachments()) {
            lines.addAll(files.lines(file, most - lines.size()));
        }
        return lines.isEmpty() ? List.of("(nothing)") : lines;
    }

    /**
     * Leaves out what is before the end. There stands how a program ended, or that this may be a repeat; and the
     * choices, below the line that says what can be done.
     */
    private List<String> shortened(ChannelId where, Content content, String text, List<String> lines) {
        int most = network.config().lines();
        int end = Math.min(content.choices().size() + 1, most / 2);
        int begin = most - end;
        var left = lines.subList(begin, lines.size() - end);
        rests.keep(where, left.stream().map(Formatting::removed).toList());
        var kept = new ArrayList<>(lines.subList(0, begin));
        kept.add(content.attachments().isEmpty() ? files.rest(text, left.size()) : Files.REST_IN_FILE);
        kept.addAll(lines.subList(lines.size() - end, lines.size()));
        return kept;
    }

    /** Most answers are a single line, for which a stream would be dear. */
    private static List<String> lines(String text) {
        var lines = new ArrayList<String>();
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            text.lines().filter(line -> !line.isBlank()).forEach(lines::add);
        } else if (!text.isBlank()) {
            lines.add(text);
        }
        return lines;
    }

    private static Content withoutFiles(Content content) {
        var bare = Content.of(content.text());
        if (content.card().isPresent()) {
            bare = Content.of(content.card().get()).with(content.text());
        }
        for (var choice : content.choices()) {
            bare = bare.with(choice);
        }
        return bare;
    }
}
