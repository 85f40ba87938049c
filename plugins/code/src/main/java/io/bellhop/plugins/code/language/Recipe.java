package io.bellhop.plugins.code.language;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A command that compiles or runs a program, with placeholders where something is filled in:
 *
 * <ul>
 *   <li>{@code {file}}: the program's file; {@code {name}}: the same without its ending;
 *   <li>{@code {memory}}: the MiB of memory that the step has, for runtimes that must be told; {@code {half}}: half of
 *       them;
 *   <li>{@code {java}}: the home of the Java that the bot itself runs on;
 *   <li>{@code {args}}: a word of its own, in whose place come the program's arguments;
 *   <li>{@code {sources}}: a word of its own, in whose place come all files that are written in the language, the
 *       program's file last.
 * </ul>
 *
 * @param command the program to start, looked for on the sandbox's path, and its arguments
 * @param memory the least MiB of memory with which it is of use, or 0; it gets more if the job's limit is higher
 */
public record Recipe(List<String> command, int memory) {
    private static final String HALF = "{half}";
    private static final String ARGS = "{args}";
    private static final String SOURCES = "{sources}";

    /** Placeholders in whose place come as many words as there are, so that they are words of their own. */
    static final Set<String> LISTS = Set.of(ARGS, SOURCES);

    /**
     * Fills the placeholders in.
     *
     * @param file what the program's file is called
     * @param sources all files that are written in the language
     * @param memory the MiB of memory that the step has
     * @param args the program's arguments
     * @return the command's words
     */
    public List<String> words(String file, List<String> sources, int memory, List<String> args) {
        var fill = filled(file, memory);
        return command.stream()
                .<String>mapMulti((word, to) -> {
                    switch (word) {
                        case ARGS -> args.forEach(to);
                        case SOURCES -> sources.forEach(to);
                        default -> to.accept(fill.apply(word));
                    }
                })
                .toList();
    }

    /**
     * Tells how large a heap the runtime is told to keep to.
     *
     * @param memory the MiB of memory that the step has
     * @return the MiB of the heap, or empty if it is not told
     */
    public OptionalInt heap(int memory) {
        return command.stream().anyMatch(word -> word.contains(HALF))
                ? OptionalInt.of(memory / 2)
                : OptionalInt.empty();
    }

    private static UnaryOperator<String> filled(String file, int memory) {
        var dot = file.lastIndexOf('.');
        var name = dot > 0 ? file.substring(0, dot) : file;
        return word -> withJava(word)
                .replace("{file}", file)
                .replace("{name}", name)
                .replace("{memory}", String.valueOf(memory))
                .replace(HALF, String.valueOf(memory / 2));
    }

    /** Fills in the only placeholder that can stand elsewhere too. */
    static String withJava(String word) {
        return word.replace("{java}", System.getProperty("java.home"));
    }
}
