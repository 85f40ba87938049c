package io.bellhop.core.console;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Message;
import io.bellhop.api.chat.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A message that was written on the console, by someone or by the bot. */
record ConsoleMessage(
        MessageId id,
        ConsoleChannel channel,
        ConsoleUser author,
        String text,
        List<Attachment> attachments,
        Optional<MessageId> repliesTo,
        Instant time)
        implements Message {
    ConsoleMessage edited(String newText) {
        return new ConsoleMessage(id, channel, author, newText, attachments, repliesTo, time);
    }
}
