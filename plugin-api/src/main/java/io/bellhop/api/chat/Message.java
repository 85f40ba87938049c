package io.bellhop.api.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A message as it was received. It doesn't change when the message is edited later. */
public interface Message {
    /**
     * Returns what names this message.
     *
     * @return the id
     */
    MessageId id();

    /**
     * Returns the channel that this message is in.
     *
     * @return the channel
     */
    Channel channel();

    /**
     * Returns who wrote this message.
     *
     * @return the author
     */
    User author();

    /**
     * Returns what was written, in the platform's own notation and untrusted.
     *
     * @return the text, empty if there is none
     */
    String text();

    /**
     * Returns the files that came with this message.
     *
     * @return the attachments in their order
     */
    List<Attachment> attachments();

    /**
     * Returns the message that this one replies to.
     *
     * @return the message, or empty
     */
    Optional<MessageId> repliesTo();

    /**
     * Returns when this message was written.
     *
     * @return the platform's time for it
     */
    Instant time();
}
