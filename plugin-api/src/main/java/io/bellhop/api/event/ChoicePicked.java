package io.bellhop.api.event;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.User;

/**
 * Someone picked a choice. The connector has checked that they may.
 *
 * @param choice what was picked
 * @param message the message under which the choice stands
 * @param channel where
 * @param user who picked
 */
public record ChoicePicked(Choice choice, MessageId message, Channel channel, User user) implements ChatEvent {}
