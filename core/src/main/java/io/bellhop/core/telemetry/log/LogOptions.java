package io.bellhop.core.telemetry.log;

import io.bellhop.api.plugin.Setting;
import org.slf4j.event.Level;

/**
 * How logs are written.
 *
 * @param format for people or for machines
 * @param level the least that is written
 */
public record LogOptions(
        @Setting(orElse = "text") Format format,
        @Setting(orElse = "info") Level level) {
    /** The form of a log line. */
    public enum Format {
        /** For people. */
        TEXT,
        /** An object per line. */
        JSON
    }
}
