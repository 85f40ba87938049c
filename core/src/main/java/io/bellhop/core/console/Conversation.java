package io.bellhop.core.console;

import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.event.Broker;
import io.bellhop.api.event.ChoicePicked;
import io.bellhop.api.event.Event;
import io.bellhop.api.event.MessageReceived;
import io.bellhop.core.choice.Askers;
import io.bellhop.core.choice.OfferKey;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.choice.Pick;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * Hears what is entered until the input ends or someone leaves, then waits for the answers. Runs on the console's
 * thread.
 */
final class Conversation implements Runnable {
    private static final int DIGITS = 9;

    private final Surface surface;
    private final Lines lines;
    private final Broker broker;
    private final CommandLines commands;
    private final Transcripts transcripts;
    private final Offers offers;
    private final Askers askers;
    private final Speaker speaker;
    private final SlashCommands slashCommands;
    private final Runnable ended;
    private final Underway underway;
    private boolean stopped;
    private boolean over;

    Conversation(
            Surface surface,
            Lines lines,
            Broker broker,
            CommandLines commands,
            Transcripts transcripts,
            Offers offers,
            Askers askers,
            Speaker speaker,
            SlashCommands slashCommands,
            Underway underway,
            Runnable ended) {
        this.surface = surface;
        this.lines = lines;
        this.broker = broker;
        this.commands = commands;
        this.transcripts = transcripts;
        this.offers = offers;
        this.askers = askers;
        this.speaker = speaker;
        this.slashCommands = slashCommands;
        this.underway = underway;
        this.ended = ended;
    }

    @Override
    public void run() {
        try {
            hearAll();
            underway.awaitNone();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // stopped: finish() sees to it that nobody is told of an end
        } catch (IOException e) {
            LoggerFactory.getLogger(Conversation.class).warn("the console can't be written to and counts as ended", e);
        } finally {
            // a bug in here must not leave a bot that hears nobody and never ends
            if (finish()) {
                ended.run();
            }
        }
    }

    /**
     * Hears no more, unless the end has come already.
     *
     * @return whether this was still hearing
     */
    synchronized boolean stop(Thread thread) {
        if (!over) {
            stopped = true;
            lines.stop();
            thread.interrupt();
        }
        return !over;
    }

    private synchronized boolean finish() {
        over = true;
        return !stopped;
    }

    private void hearAll() throws InterruptedException, IOException {
        var entries = new Entries(lines, line -> commands.takesCode(speaker.channel(), line));
        for (var entry = entries.next(); entry != null; entry = entries.next()) {
            hear(entry);
            if (speaker.isGone()) {
                return;
            }
            if (surface.oneByOne() && !speaker.isParallel()) {
                underway.awaitNone();
            }
        }
    }

    private void hear(Entry entry) throws IOException {
        if (entry.tooLong()) {
            surface.print(
                    "That message is longer than 1 MiB and was not sent. Shorten it, or attach what a program is to read.");
        } else if (entry.isSlashCommand()) {
            slashCommands.run(entry.text()).ifPresent(this::publish);
        } else {
            say(entry.said());
        }
    }

    private void say(String text) throws IOException {
        var number = pickedNumber(text);
        if (number.isPresent()) {
            pick(number.get());
            return;
        }
        var message =
                transcripts.write(speaker.channel(), speaker.user(), text, speaker.takeAttached(), Optional.empty());
        askers.noted(message.id(), message.author().id());
        publish(new MessageReceived(message));
    }

    /** The next line comes after this one anyway, so the console's own thread may wait for what has to be read. */
    private void pick(int number) throws IOException {
        var key = OfferKey.of(speaker.channel().id());
        var pick = offers.pick(key, number, speaker.user().id()).toCompletableFuture();
        switch (pick.join()) {
            case Pick.Picked(var choice, var message) -> picked(choice, message.orElseThrow());
            case Pick.Closed() -> surface.print("There is nothing to pick here.");
            case Pick.Unnumbered(var count) ->
                surface.print("There is no choice " + number + " here; pick "
                        + (count == 1 ? "1." : "a number from 1 to " + count + "."));
            case Pick.ForAnother() -> surface.print(Pick.ForAnother.TOLD);
            case Pick.Unavailable(var reason) -> surface.print(reason);
        }
    }

    private void picked(Choice choice, MessageId message) {
        askers.picked(message, speaker.user().id());
        publish(new ChoicePicked(choice, message, speaker.channel(), speaker.user()));
    }

    private Optional<Integer> pickedNumber(String text) {
        var prefix = commands.prefix(speaker.channel());
        var digits = text.startsWith(prefix) ? text.substring(prefix.length()).strip() : "";
        var number =
                !digits.isEmpty() && digits.length() <= DIGITS && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
    }

    private void publish(Event event) {
        underway.add(broker.publish(event));
    }
}
