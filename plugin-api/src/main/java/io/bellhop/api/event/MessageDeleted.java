package io.bellhop.api.event;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.User;

/**
 * A message was deleted.
 *
 * @param message what named the message
 * @param channel where it stood
 * @param user who wrote it; platforms rarely say who deleted it
 */
public record MessageDeleted(MessageId message, Channel channel, User user) implements ChatEvent {}
