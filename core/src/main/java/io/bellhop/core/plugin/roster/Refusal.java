package io.bellhop.core.plugin.roster;

import java.nio.file.Path;

/**
 * A file that was not taken.
 *
 * @param file the file
 * @param reason why, in a sentence
 * @param conditional true if it may do once other plugins have come or gone; else only another file will
 */
public record Refusal(Path file, String reason, boolean conditional) {}
