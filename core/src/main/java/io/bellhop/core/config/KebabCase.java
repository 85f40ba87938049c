package io.bellhop.core.config;

import java.util.Locale;

/** The form in which people write names that stand in code: {@code memoryLimit} is {@code memory-limit}. */
public final class KebabCase {
    private KebabCase() {}

    /**
     * Writes a name as people do.
     *
     * @param name a Java name
     * @return the name in lower case, with a dash before each word
     */
    public static String of(String name) {
        return name.replaceAll("(?<=[\\p{Ll}\\p{Nd}])(?=\\p{Lu})", "-").toLowerCase(Locale.ROOT);
    }
}
