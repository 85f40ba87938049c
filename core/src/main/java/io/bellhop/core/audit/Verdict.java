package io.bellhop.core.audit;

import java.util.Optional;

/**
 * What came of checking the chain.
 *
 * @param rows how many rows were checked
 * @param head the last of them
 * @param problem the first thing that is wrong, empty if all is well
 */
public record Verdict(long rows, Head head, Optional<String> problem) {}
