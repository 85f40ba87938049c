package io.bellhop.api.command;

/** Writes words so that a command line takes them as one argument, for lines that hold what somebody else wrote. */
public final class Quoted {
    private Quoted() {}

    /**
     * Quotes words.
     *
     * @param words any, or none; a code block among them stays one, apart from the arguments
     * @return the words between quotation marks, to stand in the line of a choice, a question or an alias
     */
    public static String of(String words) {
        return '"' + words.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
