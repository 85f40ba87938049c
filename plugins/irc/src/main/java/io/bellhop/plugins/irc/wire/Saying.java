package io.bellhop.plugins.irc.wire;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Lines that are said in order and together.
 *
 * @param target the channel or nick to which
 * @param lines encoded lines, at least one
 * @param confirmed whether they count as sent only when the server has taken them, instead of when they are on their
 *     way
 * @param isMeant tells, when a line's turn has come, whether it is still meant to go; returns at once
 */
public record Saying(String target, List<byte[]> lines, boolean confirmed, BooleanSupplier isMeant) {
    int size() {
        int size = 0;
        for (var line : lines) {
            size += line.length;
        }
        return size;
    }
}
