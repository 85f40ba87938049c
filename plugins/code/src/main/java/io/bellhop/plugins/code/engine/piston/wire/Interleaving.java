package io.bellhop.plugins.code.engine.piston.wire;

import io.bellhop.plugins.code.engine.Output.Chunk;
import io.bellhop.plugins.code.engine.Output.Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The order in which two streams were written, found again: a server tells each stream, and both as they came, but not
 * which part of that is whose.
 */
final class Interleaving {
    private final String out;
    private final String err;
    private final String both;
    private final List<Chunk> chunks = new ArrayList<>();
    private int outUsed;
    private int errUsed;

    private Interleaving(String out, String err, String both) {
        this.out = out;
        this.err = err;
        this.both = both;
    }

    /**
     * Orders two streams.
     *
     * @param out the one
     * @param err the other
     * @param both what came, in the order in which it came
     * @return the pieces in an order that makes the same text; one stream after the other if none is found
     */
    static List<Chunk> of(String out, String err, String both) {
        return new Interleaving(out, err, both)
                .order()
                .orElse(List.of(new Chunk(Stream.OUT, out), new Chunk(Stream.ERR, err)));
    }

    /** Takes the stream that goes on for longer as both do, again and again. */
    private Optional<List<Chunk>> order() {
        if (out.length() + err.length() != both.length()) {
            return Optional.empty();
        }
        for (var at = 0; at < both.length(); at = outUsed + errUsed) {
            var ofOut = common(out, outUsed, at);
            var ofErr = common(err, errUsed, at);
            if (ofOut == 0 && ofErr == 0) {
                return Optional.empty();
            }
            var isOut = ofOut >= ofErr;
            outUsed += isOut ? ofOut : 0;
            errUsed += isOut ? 0 : ofErr;
            chunks.add(new Chunk(isOut ? Stream.OUT : Stream.ERR, both.substring(at, outUsed + errUsed)));
        }
        return Optional.of(chunks);
    }

    private int common(String stream, int from, int at) {
        var end = from;
        while (end < stream.length() && stream.charAt(end) == both.charAt(at + end - from)) {
            end++;
        }
        return end - from;
    }
}
