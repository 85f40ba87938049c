package io.bellhop.plugins.code.engine;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a program wrote, in order of arrival, each piece with its stream.
 *
 * @param chunks the pieces; neighbours differ in their streams
 */
public record Output(List<Chunk> chunks) {
    /** Where a program writes. */
    public enum Stream {
        /** Standard output. */
        OUT,
        /** Standard error. */
        ERR
    }

    /**
     * A piece of output.
     *
     * @param stream where it was written
     * @param text what was written
     */
    public record Chunk(Stream stream, String text) {}

    /**
     * Returns all that was written.
     *
     * @return both streams, merged as they came
     */
    public String merged() {
        return chunks.stream().map(Chunk::text).collect(Collectors.joining());
    }

    /**
     * Returns what was written to one stream.
     *
     * @param stream which
     * @return its text
     */
    public String of(Stream stream) {
        return chunks.stream()
                .filter(chunk -> chunk.stream() == stream)
                .map(Chunk::text)
                .collect(Collectors.joining());
    }
}
