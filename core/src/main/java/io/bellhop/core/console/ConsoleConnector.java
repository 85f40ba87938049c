package io.bellhop.core.console;

import io.bellhop.api.chat.Capability;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Message;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.User;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.event.Broker;
import io.bellhop.core.chat.KnowsAskers;
import io.bellhop.core.choice.Askers;
import io.bellhop.core.choice.Offers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The connector to the terminal or pipe that the bot was started from. Its verbs print before they return, each message
 * in one write, so that what has completed has been seen.
 */
public final class ConsoleConnector implements Connector, KnowsAskers {
    private static final long STOP_MILLIS = 1000;

    private final Surface surface;
    private final ConsoleOptions options;
    private final CommandLines commands;
    private final Runnable ended;
    private final Transcripts transcripts;
    private final Offers offers;
    private final Askers askers = new Askers();
    private final Sending sending;
    private @Nullable Conversation conversation;
    private @Nullable Thread thread;

    private ConsoleConnector(
            Surface surface,
            ConsoleOptions options,
            CommandLines commands,
            Offers offers,
            InstantSource clock,
            Runnable ended) {
        this.surface = surface;
        this.options = options;
        this.commands = commands;
        this.offers = offers;
        this.ended = ended;
        this.transcripts = new Transcripts(clock);
        this.sending = new Sending(surface, transcripts, offers, askers, options.files());
        transcripts.visit(ConsoleChannel.LOBBY);
    }

    /**
     * Opens the console, without hearing yet.
     *
     * @param options where it reads and writes
     * @param commands what it asks about commands
     * @param offers keeps what can be picked
     * @param clock tells the time of messages
     * @param ended called once on the console's thread when the input has ended, or someone left with {@code /quit},
     *     and everything that was accepted has been answered and printed; not called when {@link #stop} comes first
     * @return the connector, to be started
     * @throws IOException if the terminal can't be opened
     */
    public static ConsoleConnector open(
            ConsoleOptions options, CommandLines commands, Offers offers, InstantSource clock, Runnable ended)
            throws IOException {
        // a pipe must not pay for loading the terminal's classes
        var surface = options.terminal() ? TerminalSurface.open(options, commands) : new PipeSurface(options);
        return new ConsoleConnector(surface, options, commands, offers, clock, ended);
    }

    static ConsoleConnector on(
            Surface surface,
            ConsoleOptions options,
            CommandLines commands,
            Offers offers,
            InstantSource clock,
            Runnable ended) {
        return new ConsoleConnector(surface, options, commands, offers, clock, ended);
    }

    @Override
    public String id() {
        return Names.CONNECTOR;
    }

    @Override
    public Set<Capability> capabilities() {
        return surface.capabilities();
    }

    @Override
    public synchronized void start(Broker broker) {
        var speaker = new Speaker();
        var underway = new Underway();
        var slashCommands = new SlashCommands(speaker, transcripts, options.directory(), surface);
        conversation = new Conversation(
                surface,
                surface.listen(speaker, () -> cancelling(underway, speaker)),
                broker,
                commands,
                transcripts,
                offers,
                askers,
                speaker,
                slashCommands,
                underway,
                ended);
        // ends with the process: a blocked read can't be interrupted
        thread = Thread.ofPlatform().name(Names.CONNECTOR).daemon().start(conversation);
    }

    private Optional<String> cancelling(Underway underway, Speaker speaker) {
        return underway.isAny() ? Optional.of(commands.prefix(speaker.channel()) + "cancel") : Optional.empty();
    }

    @Override
    public synchronized void stop() {
        if (conversation == null || thread == null) {
            return;
        }
        var hearing = conversation.stop(thread);
        try {
            if (hearing) {
                thread.join(STOP_MILLIS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the terminal is given back all the same
        }
        conversation = null;
        thread = null;
        close();
    }

    private void close() {
        try {
            surface.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void asked(MessageId message, UserId asker) {
        askers.asked(message, asker);
    }

    @Override
    public CompletionStage<Receipt> say(ChannelId channel, Content content) {
        return sending.toAll(channel, content, Optional.empty());
    }

    @Override
    public CompletionStage<Receipt> reply(MessageId message, Content content) {
        return sending.toAll(message.channel(), content, Optional.of(message));
    }

    @Override
    public CompletionStage<Receipt> whisper(UserId user, @Nullable MessageId cause, Content content) {
        return sending.toOne(user, cause, content);
    }

    /** Prints the new content: what stands on paper can't be changed. */
    @Override
    public CompletionStage<Receipt> edit(Receipt sent, Content content) {
        return sending.instead(sent, content);
    }

    @Override
    public CompletionStage<Boolean> delete(Receipt sent) {
        sending.withdraw(sent);
        return CompletableFuture.completedStage(false);
    }

    @Override
    public CompletionStage<Boolean> react(MessageId message, String emoji) {
        return CompletableFuture.completedStage(false);
    }

    @Override
    public void typing(ChannelId channel) {
        // lines have nothing that could come and go
    }

    @Override
    public CompletionStage<Optional<User>> user(String reference) {
        return CompletableFuture.completedStage(ConsoleUser.named(reference).map(user -> user));
    }

    @Override
    public CompletionStage<Optional<Channel>> channel(String reference) {
        return CompletableFuture.completedStage(
                ConsoleChannel.named(reference).filter(transcripts::knows).map(channel -> channel));
    }

    @Override
    public CompletionStage<List<Message>> history(ChannelId channel, int limit) {
        return CompletableFuture.completedStage(transcripts.latest(channel, limit));
    }

    @Override
    public Optional<String> addressed(String text, ChannelId where) {
        return Mention.ofBot(text);
    }
}
