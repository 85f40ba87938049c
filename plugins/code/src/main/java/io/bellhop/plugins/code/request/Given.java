package io.bellhop.plugins.code.request;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.command.CodeBlock;
import io.bellhop.api.error.BellhopException;
import io.bellhop.plugins.code.service.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What somebody sent with a command, sorted.
 *
 * @param program the program and what it is given
 * @param files what lies beside it
 */
public record Given(Program program, List<Attachment> files) {
    private static final Set<String> INPUT = Set.of("stdin", "stdin.txt");

    /**
     * Sorts what was sent. Reads files, and blocks meanwhile.
     *
     * @param words what stands after the command's name: the language, unless something else says it, and arguments
     * @param code the program
     * @param more further blocks: one without a name is what the program reads, others are files
     * @param sent files, of which one may be what it reads
     * @param isLanguage knows languages
     * @return what is what
     * @throws BellhopException for the user, if that is not clear, or too much
     */
    public static Given of(
            List<String> words,
            CodeBlock code,
            List<CodeBlock> more,
            List<Attachment> sent,
            Predicate<String> isLanguage) {
        var args = new ArrayList<>(words);
        var tag = ending(code.language());
        boolean begins = !words.isEmpty() && isLanguage.test(words.getFirst());
        if (tag.isEmpty()
                && !begins
                && !sent.isEmpty()
                && isLanguage.test(ending(sent.getFirst().name()))) {
            return ofFile(args, sent, code);
        }
        boolean isNamed = begins || (!words.isEmpty() && !isLanguage.test(tag));
        var language = isNamed ? args.removeFirst() : tag;
        var beside = new ArrayList<Attachment>();
        var stdin = new ArrayList<String>();
        for (var block : more) {
            sort(block, beside, stdin);
        }
        for (var file : sent) {
            sort(file, beside, stdin);
        }
        return new Given(new Program(language, code.code(), args, one(stdin)), Beside.of(beside));
    }

    /** A file in some language is the program, and a block in none what it reads. */
    private static Given ofFile(List<String> args, List<Attachment> sent, CodeBlock stdin) {
        var first = sent.getFirst();
        var program = new Program(ending(first.name()), FileText.of(first), args, lines(stdin));
        return new Given(program, Beside.of(sent.subList(1, sent.size())));
    }

    private static void sort(CodeBlock block, List<Attachment> beside, List<String> stdin) {
        if (isFileName(block.language())) {
            beside.add(Attachment.of(block.language(), block.code() + "\n"));
        } else {
            stdin.add(lines(block));
        }
    }

    private static void sort(Attachment file, List<Attachment> beside, List<String> stdin) {
        if (INPUT.contains(file.name())) {
            stdin.add(FileText.of(file));
        } else {
            beside.add(file);
        }
    }

    /** What a block holds are lines, each with an end: many programs pass over a last one without. */
    private static String lines(CodeBlock stdin) {
        return stdin.code().isEmpty() ? "" : stdin.code() + "\n";
    }

    private static String one(List<String> stdin) {
        if (stdin.size() > 1) {
            throw BellhopException.user(
                    "code.two-inputs",
                    "Which of these shall it read? Write a name after the opening fence of those that are files, "
                            + "such as data.csv.");
        }
        return stdin.isEmpty() ? "" : stdin.getFirst();
    }

    private static boolean isFileName(String tag) {
        int dot = tag.lastIndexOf('.');
        return dot > 0 && dot < tag.length() - 1;
    }

    /**
     * Finds what a block's tag says of its language.
     *
     * @param tag the tag, which can be the name of a file
     * @return the name's ending, or the tag
     */
    public static String ending(String tag) {
        return isFileName(tag) ? tag.substring(tag.lastIndexOf('.') + 1) : tag;
    }
}
