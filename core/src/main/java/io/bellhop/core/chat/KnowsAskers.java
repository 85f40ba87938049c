package io.bellhop.core.chat;

import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;

/** A connector that offers choices to whoever asked, as it remembers; what was asked long ago it has to be told. */
public interface KnowsAskers {
    /**
     * Notes whose question a message is, or answers, unless that is known.
     *
     * @param message the message
     * @param asker whose
     */
    void asked(MessageId message, UserId asker);
}
