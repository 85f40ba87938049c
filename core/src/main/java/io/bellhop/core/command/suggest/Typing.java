package io.bellhop.core.command.suggest;

import io.bellhop.api.command.ParameterDescription.Kind;
import io.bellhop.core.command.declare.CommandDeclaration;
import io.bellhop.core.command.declare.ParameterDeclaration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is being typed at the end of a line.
 *
 * @param word the last word, without an opening quote
 * @param length how much of the line it takes
 * @param parameter which argument it is; null if none can stand there
 * @param flags the flags that it can become; null if it is no flag
 */
record Typing(
        String word,
        int length,
        @Nullable ParameterDeclaration parameter,
        @Nullable List<String> flags) {
    /** Reads what follows a command's name. */
    static Typing of(CommandDeclaration command, String arguments) {
        var words = words(arguments);
        var last = words.removeLast();
        ParameterDeclaration awaited = null;
        int places = 0;
        for (var word : words) {
            var flag = flag(command, word);
            if (flag != null) {
                awaited = flag.isSwitch() ? null : flag;
            } else if (awaited == null) {
                places++;
            } else if (!awaited.repeated()) {
                awaited = null;
            }
        }
        if (awaited == null && last.startsWith("-")) {
            return new Typing(last, last.length(), null, flags(command, last));
        }
        var parameter = awaited == null ? place(command, places) : awaited;
        return new Typing(last.startsWith("\"") ? last.substring(1) : last, last.length(), parameter, null);
    }

    /** Returns the words, the last one being empty after a space. */
    private static List<String> words(String arguments) {
        var words = new ArrayList<String>();
        int start = 0;
        boolean isQuoted = false;
        for (int i = 0; i < arguments.length(); i++) {
            char c = arguments.charAt(i);
            isQuoted ^= c == '"';
            if (Character.isWhitespace(c) && !isQuoted) {
                if (i > start) {
                    words.add(arguments.substring(start, i));
                }
                start = i + 1;
            }
        }
        words.add(arguments.substring(start));
        return words;
    }

    private static @Nullable ParameterDeclaration flag(CommandDeclaration command, String word) {
        var name = word.replaceFirst("^--?", "");
        return name.length() == word.length()
                ? null
                : command.parameters(Kind.FLAG).stream()
                        .filter(flag ->
                                flag.name().equals(name) || flag.aliases().contains(name))
                        .findFirst()
                        .orElse(null);
    }

    private static List<String> flags(CommandDeclaration command, String begun) {
        return command.parameters(Kind.FLAG).stream()
                .map(flag -> "-" + flag.name())
                .filter(flag -> flag.startsWith(begun))
                .toList();
    }

    private static @Nullable ParameterDeclaration place(CommandDeclaration command, int number) {
        var places = command.declaredParameters().stream()
                .filter(one -> one.kind() == Kind.ARGUMENT || one.kind() == Kind.REST)
                .toList();
        if (number < places.size()) {
            return places.get(number);
        }
        return !places.isEmpty() && places.getLast().repeated() ? places.getLast() : null;
    }
}
