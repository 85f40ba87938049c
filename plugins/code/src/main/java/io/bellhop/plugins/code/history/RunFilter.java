package io.bellhop.plugins.code.history;

import java.util.Optional;

/**
 * Which runs are asked for.
 *
 * @param language the language's own name, or empty for all
 * @param ending how they ended, or empty for all
 */
public record RunFilter(Optional<String> language, Optional<Ending> ending) {
    /** All runs. */
    public static final RunFilter ALL = new RunFilter(Optional.empty(), Optional.empty());
}
