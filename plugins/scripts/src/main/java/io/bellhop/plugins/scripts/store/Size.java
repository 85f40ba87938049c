package io.bellhop.plugins.scripts.store;

import java.util.Locale;

/** Says how big something is. */
public final class Size {
    private static final double KIB = 1 << 10;
    private static final double MIB = 1 << 20;

    private Size() {}

    /**
     * Says it in the unit that suits it.
     *
     * @param bytes how big
     * @return such as {@code 64 KiB} or {@code 1.5 MiB}
     */
    public static String of(long bytes) {
        if (bytes < KIB) {
            return bytes + " bytes";
        }
        var written = bytes < MIB
                ? String.format(Locale.ROOT, "%.1f KiB", bytes / KIB)
                : String.format(Locale.ROOT, "%.1f MiB", bytes / MIB);
        return written.replace(".0 ", " ");
    }
}
