package io.bellhop.plugins.code;

import java.util.Locale;

/** The engines by the names that they have in the configuration. */
enum EngineKind {
    /** Bubblewrap on this machine. */
    SANDBOX,
    /** JavaScript inside the bot. */
    EMBEDDED,
    /** Piston servers. */
    PISTON;

    /** {@return what the engine itself says} */
    String engine() {
        return name().toLowerCase(Locale.ROOT);
    }
}
