package io.bellhop.plugins.code;

import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import io.bellhop.api.command.Arg;
import io.bellhop.api.command.CodeBlock;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Example;
import io.bellhop.api.command.Flag;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.plugin.ChatPlugin;
import io.bellhop.plugins.code.answer.Timing;
import io.bellhop.plugins.code.engine.Limits;
import io.bellhop.plugins.code.request.Given;
import io.bellhop.plugins.code.request.MemorySize;
import io.bellhop.plugins.code.request.Order;
import io.bellhop.plugins.code.service.Program;
import io.bellhop.plugins.code.turn.Turn;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Compares programs by how long they take. */
@ChatPlugin
public final class Timeit {
    private static final int MOST_ROUNDS = 100;
    private static final int MOST_SNIPPETS = 8;

    /** What takes less is not worth a message of its own. */
    private static final Duration BRIEF = Duration.ofSeconds(1);

    private final Runner runner;

    @Inject
    Timeit(Runner runner) {
        this.runner = runner;
    }

    @Command(
            name = "timeit",
            help = "Compares programs by how long they take, each run again and again.",
            deadline = Runner.DEADLINE)
    @Example("timeit js\n```\n[...Array(1e5).keys()].sort()\n```\n```\nArray.from({length: 1e5}).sort()\n```")
    @Example("timeit -rounds 20 -time 2s\n```js\nfor (let i = 0; i < 1e6; i++);\n```")
    CompletionStage<Content> timeit(
            Invocation asked,
            @Flag(help = "how often each is run, as far as the time allows", orElse = "10") int rounds,
            @Flag(help = "how long all runs together may take, such as 5s") Optional<Duration> time,
            @Flag(help = "how much memory each may have, in MiB") Optional<MemorySize> memory,
            @Arg(help = "the language, unless the code blocks say theirs") Optional<String> language,
            CodeBlock code,
            @Arg(help = "what it is compared with") List<CodeBlock> others) {
        if (rounds < 1 || rounds > MOST_ROUNDS || others.size() >= MOST_SNIPPETS) {
            throw BellhopException.user("code.rounds", "Compare up to 8 snippets, in 1 to " + MOST_ROUNDS + " rounds.");
        }
        var limits = runner.allowances().limits(asked.rank(), time, memory);
        var orders = Stream.concat(Stream.of(code), others.stream())
                .map(block -> order(language.orElseGet(() -> tag(block, code)), block, limits))
                .toList();
        return runner.take(asked, orders, turn -> measured(turn, orders, rounds, limits.runTime()));
    }

    private static String tag(CodeBlock block, CodeBlock first) {
        return Given.ending(block.language().isEmpty() ? first.language() : block.language());
    }

    private static Order order(String language, CodeBlock block, Limits limits) {
        return new Order(new Program(language, block.code(), List.of(), ""), List.of(), limits);
    }

    /** Runs all of them in each round, so that what slows the machine down meanwhile slows them down alike. */
    static Content measured(Turn turn, List<Order> orders, int rounds, Duration time) throws InterruptedException {
        var timing = new Timing(orders.size(), turn.asked().ref());
        var repeated = new ArrayList<Order>();
        var left = time;
        for (var order : orders) {
            var ran = turn.run(order).ran();
            timing.add(repeated.size(), ran);
            repeated.add(order.reading(ran.job().stdin())); // nobody is asked for it again
            left = left.minus(ran.outcome().wall());
        }
        for (int round = 2; round <= rounds && left.isPositive(); round++) {
            if (time.minus(left).compareTo(BRIEF) > 0) {
                turn.asked().progress(Text.of("round " + round + " of " + rounds));
            }
            for (int number = 0; number < repeated.size() && left.isPositive(); number++) {
                if (!timing.hasFailed(number)) {
                    var ran = turn.repeat(repeated.get(number));
                    timing.add(number, ran);
                    left = left.minus(ran.outcome().wall());
                }
            }
        }
        return Content.of(timing.text());
    }
}
