package io.bellhop.core.plugin;

/** Tells the bot's owners what they should know. */
@FunctionalInterface
public interface OwnerNotices {
    /**
     * Tells them. Returns at once.
     *
     * @param sentence what happened, and what to do
     */
    void tell(String sentence);
}
