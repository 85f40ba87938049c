package io.bellhop.plugins.code;

import io.bellhop.api.chat.Content;
import io.bellhop.api.command.Arg;
import io.bellhop.api.command.CodeBlock;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Example;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.command.Rest;
import io.bellhop.api.plugin.ChatPlugin;
import io.bellhop.plugins.code.service.Program;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs code that people send. */
@ChatPlugin
public final class Code {
    private final Runner runner;

    @Inject
    Code(Runner runner) {
        this.runner = runner;
    }

    @Command(
            name = "run",
            aliases = "eval",
            help = "Runs a program and shows what it prints.",
            deadline = "2m",
            rerunOnEdit = true)
    @Example("run js\n```js\nconsole.log(6*7)\n```")
    @Example("run js Ann\n```js\nconsole.log(`Hello, ${scriptArgs[1]}!`)\n```")
    @Example("run\n```js\nconsole.log(readline())\n```\n```\nwhat it reads\n```")
    Content run(
            Invocation invocation,
            @Arg(help = "the language, unless the code block says it") Optional<String> language,
            @Rest(help = "what the program gets on its command line") List<String> args,
            CodeBlock code,
            Optional<CodeBlock> stdin)
            throws InterruptedException {
        var given = new ArrayList<>(args);
        var name = language.orElse(code.language());
        if (language.isPresent()
                && runner.find(name).isEmpty()
                && runner.find(code.language()).isPresent()) {
            name = code.language();
            given.addFirst(language.get());
        }
        var input = stdin.map(CodeBlock::code).orElse("");
        return runner.execute(invocation, new Program(name, code.code(), given, input));
    }
}
