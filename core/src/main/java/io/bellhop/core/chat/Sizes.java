package io.bellhop.core.chat;

import java.util.Locale;

/** Numbers of bytes, as people read them. */
public final class Sizes {
    private Sizes() {}

    /**
     * Writes a number of bytes.
     *
     * @param bytes the number
     * @return it in the unit that suits it
     */
    public static String format(long bytes) {
        if (bytes < 1 << 10) {
            return bytes + " bytes";
        }
        return bytes < 1 << 20
                ? String.format(Locale.ROOT, "%.1f KiB", bytes / 1024.0)
                : String.format(Locale.ROOT, "%.1f MiB", bytes / 1024.0 / 1024.0);
    }
}
