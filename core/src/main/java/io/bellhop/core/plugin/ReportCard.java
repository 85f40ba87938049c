package io.bellhop.core.plugin;

import io.bellhop.api.chat.Card;
import io.bellhop.api.chat.Text;
import io.bellhop.core.command.declare.CommandDeclaration;
import io.bellhop.core.event.pool.PluginPool;
import io.bellhop.core.plugin.inspect.DeclaredSetting;
import io.bellhop.core.plugin.inspect.Dependency;
import io.bellhop.core.plugin.roster.PluginStatus;
import io.bellhop.core.plugin.run.Ending;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows a report. */
final class ReportCard {
    private ReportCard() {}

    static Card of(PluginReport report) {
        var descriptor = report.blueprint().descriptor();
        var status = report.status();
        var card = Card.of(descriptor.id() + " " + descriptor.version())
                .text(Text.of(descriptor.description()))
                .field("state", state(status))
                .field("file", status.file().getFileName())
                .field("SHA-256", report.blueprint().sha256().orElse("its file can't be read"))
                .field("plugin API", descriptor.requires())
                .field("needs", joined(descriptor.dependencies(), Dependency::toString))
                .field("exports", joined(descriptor.exports(), Function.identity()))
                .field("commands", joined(report.blueprint().declarations().commands(), CommandDeclaration::name))
                .field("settings", settings(report.blueprint().declarations().settings()))
                .field("failures lately", report.failures());
        card = with(card, "newer file", report.refused().map("refused. "::concat));
        card = with(card, "threads", report.pool().map(ReportCard::figures));
        return with(card, "run before", report.ending().map(ReportCard::remains));
    }

    private static Card with(Card card, String name, Optional<String> value) {
        return value.map(one -> card.field(name, one)).orElse(card);
    }

    private static String settings(List<DeclaredSetting> settings) {
        return settings.isEmpty()
                ? "none"
                : settings.stream().map(ReportCard::setting).collect(Collectors.joining("\n"));
    }

    private static String setting(DeclaredSetting setting) {
        var orElse = setting.orElse().isEmpty() ? "" : " (" + setting.orElse() + ")";
        return "  " + setting.key() + orElse + (setting.help().isEmpty() ? "" : ": " + setting.help());
    }

    private static String state(PluginStatus status) {
        var word = status.state().name().toLowerCase(Locale.ROOT);
        return status.reason().isEmpty() ? word : word + ". " + status.reason();
    }

    private static String figures(PluginPool pool) {
        return "%d busy, %d tasks wait, %d were refused".formatted(pool.active(), pool.waiting(), pool.refused());
    }

    private static String remains(Ending ending) {
        var stuck = ending.stuck();
        var threads = stuck.isEmpty() ? "its threads are gone" : "stuck in " + String.join(", ", stuck);
        return threads + (ending.isCollected() ? ", its classes are gone" : ", its classes are still in memory");
    }

    private static <T> String joined(Collection<T> items, Function<T, String> name) {
        return items.isEmpty() ? "none" : items.stream().map(name).sorted().collect(Collectors.joining(", "));
    }
}
