package io.bellhop.core.console;

import io.bellhop.api.chat.plain.Style;

/** Marks for a terminal, as ANSI sequences. */
final class TerminalStyle implements Style {
    private static final String RESET = "\u001b[0m";

    @Override
    public String bold(String shown) {
        return "\u001b[1m" + shown + RESET;
    }

    @Override
    public String code(String shown) {
        return "\u001b[36m" + shown + RESET;
    }

    @Override
    public String faint(String shown) {
        return "\u001b[2m" + shown + RESET;
    }
}
