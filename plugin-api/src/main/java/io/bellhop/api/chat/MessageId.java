package io.bellhop.api.chat;

/**
 * Names a message, or the interaction that stands for one.
 *
 * @param channel the channel that it is in
 * @param id what the platform calls it
 */
public record MessageId(ChannelId channel, String id) {}
