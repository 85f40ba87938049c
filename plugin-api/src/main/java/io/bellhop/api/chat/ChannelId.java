package io.bellhop.api.chat;

/**
 * Names a channel.
 *
 * @param connector the id of the connector that it is on
 * @param id what the platform calls it
 */
public record ChannelId(String connector, String id) {
    /** {@return the form that logs use, such as {@code console:lobby}} */
    @Override
    public String toString() {
        return connector + ":" + id;
    }
}
