package io.bellhop.api.plugin;

import io.bellhop.api.chat.UserId;
import java.util.List;
import java.util.Set;

/**
 * What a plugin has looked at when the owner asks {@code doctor}, which runs without a bot: nothing is injected. The
 * JAR names its classes in {@code META-INF/services/io.bellhop.api.plugin.CheckUp}; each is public and has a public
 * constructor without parameters.
 */
public interface CheckUp {
    /**
     * Looks. May take a few seconds, and leaves nothing behind.
     *
     * @param section what the owner has configured
     * @return what was seen, one line each
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    List<Seen> look(Section section) throws InterruptedException;

    /** The plugin's section of the configuration, and who owns the bot. */
    interface Section {
        /**
         * Reads it.
         *
         * @param type the plugin's {@link Config} record
         * @param <T> the record
         * @return what is configured; if that is wrong this does not return, and {@code doctor} says what
         */
        <T extends Record> T as(Class<T> type);

        /**
         * Reads who runs the bot, for a connector whose ids have a form.
         *
         * @return the owners' ids as they are configured
         */
        default Set<UserId> owners() {
            return Set.of();
        }
    }

    /**
     * One thing that was looked at.
     *
     * @param good whether it is as it should be
     * @param subject what was looked at, in a word or two
     * @param words what was seen, and what to do about it unless it is good
     */
    record Seen(boolean good, String subject, String words) {}
}
