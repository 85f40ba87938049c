package io.bellhop.plugins.scripts.store;

import java.util.Locale;

/** With whom a script is shared: whoever speaks there can find it. From near to far. */
public enum Reach {
    /** One channel. */
    CHANNEL,
    /** All channels of a space. */
    SPACE,
    /** The whole bot. */
    ALL;

    String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
