package io.bellhop.plugins.code;

import io.bellhop.api.command.Suggests;
import io.bellhop.api.plugin.ChatPlugin;
import io.bellhop.plugins.code.service.CodeLanguage;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** Completes the names of languages while they are typed. */
@ChatPlugin
public final class Completion {
    private final Runner runner;

    @Inject
    Completion(Runner runner) {
        this.runner = runner;
    }

    /** Other names come last, so that each language is among the first to be seen. */
    @Suggests(
            command = {"run", "timeit"},
            parameter = "language")
    List<String> languages() {
        var languages = runner.languages();
        return Stream.concat(
                        languages.stream().map(CodeLanguage::name),
                        languages.stream().flatMap(language -> language.aliases().stream()))
                .distinct()
                .toList();
    }
}
