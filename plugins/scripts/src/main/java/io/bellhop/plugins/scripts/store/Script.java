package io.bellhop.plugins.scripts.store;

import io.bellhop.api.chat.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A script as someone finds it, in its last version.
 *
 * @param id what names it in the database
 * @param name what its author calls it
 * @param author who keeps it
 * @param version the number of its last version
 * @param language what that is written in
 * @param time when that was saved
 * @param own whether it is the finder's
 * @param reach the nearest way in which it is shared with where the finder is, or empty
 * @param shared whether it is shared with anybody anywhere
 */
public record Script(
        long id,
        String name,
        Author author,
        int version,
        String language,
        Instant time,
        boolean own,
        Optional<Reach> reach,
        boolean shared) {
    /**
     * Who keeps a script.
     *
     * @param id the user
     * @param name what they were called when they last changed something
     */
    public record Author(UserId id, String name) {
        /**
         * Tells whether someone who writes this means them.
         *
         * @param written a name or an id
         * @return true if it may be them
         */
        public boolean isCalled(String written) {
            return written.equalsIgnoreCase(name) || written.equals(id.id()) || written.equals(id.toString());
        }
    }
}
