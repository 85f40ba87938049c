package io.bellhop.api.chat;

import java.util.List;

/**
 * Says where something that was sent went; the handle to edit or delete it.
 *
 * @param messages the messages that it became, in order: at least one, more if it had to be split
 */
public record Receipt(List<MessageId> messages) {
    /**
     * Makes a receipt.
     *
     * @throws IllegalArgumentException if there is no message
     */
    public Receipt {
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("a receipt names at least one message");
        }
        messages = List.copyOf(messages);
    }

    /**
     * Makes the receipt of a single message.
     *
     * @param message the message
     * @return the receipt
     */
    public static Receipt of(MessageId message) {
        return new Receipt(List.of(message));
    }

    /**
     * Returns the first message.
     *
     * @return the message that a reply or a reaction would point at
     */
    public MessageId message() {
        return messages.getFirst();
    }
}
