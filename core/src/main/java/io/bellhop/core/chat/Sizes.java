package io.bellhop.core.app;

import java.util.Locale;

/** Numbers of bytes, as people read them. */
final class Sizes {
    private Sizes() {}

    static String format(long bytes) {
        if (bytes < 1 << 10) {
            return bytes + " bytes";
        }
        return bytes < 1 << 20
                ? String.format(Locale.ROOT, "%.1f KiB", bytes / 1024.0)
                : String.format(Locale.ROOT, "%.1f MiB", bytes / 1024.0 / 1024.0);
    }
}
