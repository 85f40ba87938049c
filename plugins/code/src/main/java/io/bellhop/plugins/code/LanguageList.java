package io.bellhop.plugins.code;

import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Example;
import io.bellhop.api.command.Flag;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.command.Pages;
import io.bellhop.api.plugin.ChatPlugin;
import io.bellhop.plugins.code.engine.Limits;
import io.bellhop.plugins.code.engine.Words;
import io.bellhop.plugins.code.engine.choice.Offers;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;

/** Shows what can be run, where, and within what limits. */
@ChatPlugin
public final class LanguageList {
    private static final int LINES = 15;

    private final Runner runner;
    private final Limits limits;

    @Inject
    LanguageList(Runner runner, CodeConfig config) {
        this.runner = runner;
        this.limits = config.limits();
    }

    @Command(
            name = "languages",
            help = "Lists the languages that can be run, with their engines and limits.",
            repeatable = true)
    @Example("languages")
    @Example("languages -all")
    Content languages(
            Invocation asked,
            @Flag(help = "all versions, all names, and what engines lack") boolean all,
            @Flag(help = "which page of a long list", orElse = "1") int page)
            throws InterruptedException {
        runner.engines().prepare();
        var offers = List.copyOf(runner.engines().all());
        var pages = new Pages(offers.size(), asked.channel().lines(LINES));
        var first = pages.start(page, "code.page");
        var text = Text.empty();
        for (var offer : offers.subList(first, Math.min(offers.size(), first + pages.size()))) {
            text = text.bold(offer.name())
                    .add(all ? everything(offer) : "  " + versions(offer, 1))
                    .line();
        }
        text = text.add(words(limits));
        for (var lack : all && page == 1 ? runner.engines().lacks() : List.<String>of()) {
            text = text.line().add(lack);
        }
        return pages.turning(text, page, number -> "languages" + (all ? " -all" : "") + " -page " + number);
    }

    private static String everything(Offers offers) {
        var aliases = offers.aliases().isEmpty() ? "" : ", also " + String.join(", ", offers.aliases());
        return "  " + versions(offers, Integer.MAX_VALUE) + aliases;
    }

    /** Such as {@code 20.11.1 (sandbox, at least 128 MiB), 18.15.0 (piston)}. */
    private static String versions(Offers offers, int most) {
        return offers.versions().entrySet().stream()
                .map(engine -> engine.getValue().stream().limit(most).collect(Collectors.joining(", ")) + " ("
                        + engine.getKey() + least(offers, engine.getKey()) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String least(Offers offers, String engine) {
        return offers.all().stream()
                .filter(offer -> offer.engine().name().equals(engine))
                .mapToLong(offer -> offer.language().memory() >> 20)
                .filter(mebibytes -> mebibytes > 0)
                .mapToObj(mebibytes -> ", at least " + mebibytes + " MiB")
                .findFirst()
                .orElse("");
    }

    private static String words(Limits limits) {
        return "A run has " + Words.of(limits.compileTime()) + " to compile, " + Words.of(limits.runTime())
                + " to run, " + Words.of(limits.cpuTime()) + " of CPU, " + (limits.memory() >> 20) + " MiB, and "
                + (limits.output() >> 10) + " KiB of output, unless -time and -memory say otherwise.";
    }
}
