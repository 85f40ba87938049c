package io.bellhop.core.people;

import java.util.List;
import java.util.Map;

/**
 * What came of asking all who may keep something about someone.
 *
 * @param given by whom it was given, what is kept or was deleted; nothing empty
 * @param failed by who has failed, why
 * @param absent the plugins that have a database and do not run
 */
record Answers<T>(Map<String, T> given, Map<String, String> failed, List<String> absent) {
    /** Tells whether there is nothing, and nobody who might have something. */
    boolean isEmpty() {
        return given.isEmpty() && failed.isEmpty() && absent.isEmpty();
    }
}
