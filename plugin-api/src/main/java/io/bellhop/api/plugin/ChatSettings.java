package io.bellhop.api.plugin;

import io.bellhop.api.chat.Channel;

/**
 * A plugin's {@link Settings}, as they hold in one channel or another. Injected; safe for use from any thread; quick.
 *
 * @param <T> the record
 */
@FunctionalInterface
public interface ChatSettings<T extends Record> {
    /**
     * Returns what holds in a channel now. What was set for the channel wins over what was set for its space, that over
     * what was set for the whole bot, and that over {@code bellhop.yaml}.
     *
     * @param channel where
     * @return the settings
     */
    T in(Channel channel);
}
