package io.bellhop.core.command.parse;

/** Words as one argument, whatever is in them. */
final class Quoted {
    private Quoted() {}

    static String of(String words) {
        return '"' + words.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
