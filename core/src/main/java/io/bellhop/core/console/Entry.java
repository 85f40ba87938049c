package io.bellhop.core.console;

/**
 * What someone entered: a line, and the code blocks that belong to it.
 *
 * @param text the lines, cut when they are too long
 * @param tooLong whether there was more than a message may have
 */
record Entry(String text, boolean tooLong) {
    private static final String LITERAL_SLASH = "//";

    boolean isSlashCommand() {
        return text.startsWith("/") && !text.startsWith(LITERAL_SLASH);
    }

    /** {@return what is said, for an entry that is no slash command} */
    String said() {
        return text.startsWith(LITERAL_SLASH) ? text.substring(1) : text;
    }
}
