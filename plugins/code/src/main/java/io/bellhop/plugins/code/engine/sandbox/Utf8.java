package io.bellhop.plugins.code.engine.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/** Decodes a stream piece by piece: a character that straddles pieces stays whole, what is none becomes U+FFFD. */
final class Utf8 {
    private final CharsetDecoder decoder = UTF_8.newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private byte[] kept = new byte[0];

    String decode(byte[] bytes) {
        return decode(bytes, false);
    }

    /** Returns what is left at the end of the stream. */
    String end() {
        return decode(new byte[0], true);
    }

    private String decode(byte[] bytes, boolean last) {
        var in = ByteBuffer.allocate(kept.length + bytes.length)
                .put(kept)
                .put(bytes)
                .flip();
        var out = CharBuffer.allocate(in.remaining() + 1);
        decoder.decode(in, out, last);
        kept = new byte[in.remaining()];
        in.get(kept);
        return out.flip().toString();
    }
}
