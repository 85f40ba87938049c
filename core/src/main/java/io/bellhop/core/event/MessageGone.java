package io.bellhop.core.event;

import io.bellhop.api.chat.MessageId;
import io.bellhop.api.event.Event;

/**
 * A message was deleted of which nobody knows any more who wrote it. It still withdraws what it asked for; plugins hear
 * nothing of it.
 *
 * @param message what named the message
 */
public record MessageGone(MessageId message) implements Event {}
