package io.bellhop.api.chat;

/**
 * Names a user. Display names change and can be copied; this pair can't.
 *
 * @param connector the id of the connector that they use
 * @param id what the platform calls them
 */
public record UserId(String connector, String id) {
    /** {@return the form that configuration files and logs use, such as {@code discord:80351110224678912}} */
    @Override
    public String toString() {
        return connector + ":" + id;
    }
}
