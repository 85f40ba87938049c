package io.bellhop.plugins.code.request;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An amount of memory, as users write it.
 *
 * @param mebibytes how much, above zero
 */
public record MemorySize(int mebibytes) {
    private static final Pattern WRITTEN = Pattern.compile("([1-9]\\d{0,5})\\s*([mg]?)(i?b)?");
    private static final int MEBIBYTES_OF_GIBIBYTE = 1024;

    /**
     * Reads an amount.
     *
     * @param written such as {@code 128}, {@code 128M} or {@code 1G}
     * @return the amount
     * @throws IllegalArgumentException if it is none
     */
    public static MemorySize parse(String written) {
        var matcher = WRITTEN.matcher(written.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Memory is written in MiB, such as 128, or as 1G.");
        }
        int number = Integer.parseInt(matcher.group(1));
        return new MemorySize("g".equals(matcher.group(2)) ? number * MEBIBYTES_OF_GIBIBYTE : number);
    }

    long bytes() {
        return (long) mebibytes << 20;
    }
}
