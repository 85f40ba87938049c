package io.bellhop.core.choice;

import io.bellhop.api.chat.ChannelId;

/**
 * What the choices of one message are found by when one of them is picked.
 *
 * @param connector the connector that shows them
 * @param name tells nothing, or names the channel where they are picked by number
 */
public record OfferKey(String connector, String name) {
    /**
     * Returns the key of what a channel was offered last.
     *
     * @param channel where choices are picked by number
     * @return the key
     */
    public static OfferKey of(ChannelId channel) {
        return new OfferKey(channel.connector(), channel.id());
    }
}
