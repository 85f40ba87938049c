package io.bellhop.plugins.code;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Content;
import io.bellhop.api.command.Arg;
import io.bellhop.api.command.CodeBlock;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Example;
import io.bellhop.api.command.Flag;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.command.Rest;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.plugin.ChatPlugin;
import io.bellhop.plugins.code.answer.Matrix;
import io.bellhop.plugins.code.engine.Limits;
import io.bellhop.plugins.code.request.Given;
import io.bellhop.plugins.code.request.MemorySize;
import io.bellhop.plugins.code.request.Order;
import io.bellhop.plugins.code.service.Program;
import io.bellhop.plugins.code.turn.Turn;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Runs code that people send. */
@ChatPlugin
public final class Code {
    private static final int MOST_LANGUAGES = 8;

    private final Runner runner;

    @Inject
    Code(Runner runner) {
        this.runner = runner;
    }

    @Command(
            name = "run",
            aliases = "eval",
            help = "Runs a program and shows what it prints.",
            deadline = Runner.DEADLINE,
            rerunOnEdit = true)
    @Example("run js\n```js\nconsole.log(6*7)\n```")
    @Example("run js Ann\n```js\nconsole.log(`Hello, ${scriptArgs[1]}!`)\n```")
    @Example("run\n```js\nconsole.log(readline())\n```\n```\nwhat it reads\n```")
    @Example("run -matrix js,js@embedded\n```\nconsole.log(0.1 + 0.2)\n```")
    @Example("run -time 2s -memory 32 js\n```\nfor (;;);\n```")
    CompletionStage<Content> run(
            Invocation invocation,
            @Flag(help = "how long it may run, such as 5s") Optional<Duration> time,
            @Flag(help = "how much memory it may have, in MiB, such as 32") Optional<MemorySize> memory,
            @Flag(help = "languages, versions or engines to run it in, such as js,python@3") Optional<String> matrix,
            @Arg(help = "the language, unless the code block or the file says it") Optional<String> language,
            @Rest(help = "what the program gets on its command line") List<String> args,
            CodeBlock code,
            @Arg(help = "what it reads, and, named after their fences, files beside it") List<CodeBlock> input,
            @Arg(help = "files beside it; without a block, the first is the program") List<Attachment> files) {
        var words = Stream.concat(language.stream(), args.stream()).toList();
        var given =
                Given.of(words, code, input, files, name -> runner.find(name).isPresent());
        var limits = runner.allowances().limits(invocation.rank(), time, memory);
        return matrix.isPresent()
                ? runInAll(invocation, languages(matrix.get()), words, given, limits)
                : runner.execute(invocation, new Order(given.program(), given.files(), limits));
    }

    private CompletionStage<Content> runInAll(
            Invocation invocation, List<String> languages, List<String> words, Given given, Limits limits) {
        var program = given.program();
        var named = languages.stream().collect(groupingBy(runner::meant, LinkedHashMap::new, toList()));
        var orders = named.values().stream()
                .map(names -> new Program(names.getFirst(), program.source(), words, program.stdin()))
                .map(each -> new Order(each, given.files(), limits))
                .toList();
        var known = orders.stream()
                .filter(order -> runner.find(order.program().language()).isPresent())
                .toList();
        return runner.take(invocation, known.isEmpty() ? orders : known, turn -> {
            var table = new Matrix(invocation.ref());
            named.values().forEach(table::named);
            for (var order : orders) {
                fill(table, order, turn);
            }
            return Content.of(table.text());
        });
    }

    /** What can't be run in one language is told in its row, so that the others' are not lost. */
    private static void fill(Matrix table, Order order, Turn turn) throws InterruptedException {
        var language = order.program().language();
        try {
            table.add(language, turn.run(order).ran());
        } catch (BellhopException e) {
            table.refused(language, e.getMessage());
        }
    }

    private static List<String> languages(String written) {
        var languages = Stream.of(written.split(","))
                .map(String::strip)
                .filter(language -> !language.isEmpty())
                .distinct()
                .toList();
        if (languages.isEmpty() || languages.size() > MOST_LANGUAGES) {
            throw BellhopException.user(
                    "code.matrix",
                    "From 1 to " + MOST_LANGUAGES + " languages go into one table, such as js,python@3.");
        }
        return languages;
    }
}
