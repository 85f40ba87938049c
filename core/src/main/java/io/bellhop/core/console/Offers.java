package io.bellhop.core.console;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The choices that can be picked by number: those that a channel was shown last. Safe for use from any thread.
 *
 * <p>Choices that answer nobody are open to all who are there: what is picked runs with the picker's own rights.
 */
final class Offers {
    private static final int CHANNELS = 100;
    private static final int MESSAGES = 1000;

    private final Map<ChannelId, Offer> latest = new Recent<>(CHANNELS);
    private final Map<MessageId, UserId> askers = new Recent<>(MESSAGES);
    private final Map<MessageId, UserId> pickers = new Recent<>(MESSAGES);

    private record Offer(MessageId message, List<Choice> choices) {}

    /** What came of an attempt to pick. */
    sealed interface Pick {}

    record Picked(Choice choice, MessageId message) implements Pick {}

    record Refused(String reason) implements Pick {}

    /** Notes whose question a message is, or answers. */
    synchronized void asked(MessageId message, UserId asker) {
        askers.put(message, asker);
    }

    /** {@return whom a reply to this message answers: who asked, or else picked there last} */
    synchronized Optional<UserId> asker(MessageId message) {
        return Optional.ofNullable(pickers.get(message)).or(() -> Optional.ofNullable(askers.get(message)));
    }

    synchronized void offer(MessageId message, List<Choice> choices, Optional<UserId> asker) {
        asker.ifPresent(user -> askers.put(message, user));
        if (!choices.isEmpty()) {
            latest.put(message.channel(), new Offer(message, choices));
        }
    }

    synchronized void withdraw(MessageId message) {
        latest.values().removeIf(offer -> offer.message().equals(message));
    }

    synchronized Pick pick(int number, ChannelId channel, UserId user) {
        var offer = latest.get(channel);
        if (offer == null) {
            return new Refused("There is nothing to pick here.");
        }
        var count = offer.choices().size();
        if (number < 1 || number > count) {
            return new Refused("There is no choice " + number + " here; pick "
                    + (count == 1 ? "1." : "a number from 1 to " + count + "."));
        }
        return pick(offer.choices().get(number - 1), offer.message(), user);
    }

    private Pick pick(Choice choice, MessageId message, UserId user) {
        var asker = askers.getOrDefault(message, user);
        if (!choice.isForEveryone() && !asker.equals(user)) {
            return new Refused("Only " + asker.id() + " may pick this.");
        }
        pickers.put(message, user);
        return new Picked(choice, message);
    }
}
