package io.bellhop.core.plugin;

import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.Card;
import io.bellhop.api.chat.Text;
import io.bellhop.api.command.Arg;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Suggests;
import io.bellhop.api.error.BellhopException;
import io.bellhop.core.plugin.inspect.PluginRefused;
import io.bellhop.core.plugin.roster.PluginStatus;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The owner's commands for plugins. They block until the plugin has come or gone, so they run on administration's. */
public final class PluginCommands {
    private final Plugins plugins;

    @Inject
    PluginCommands(Plugins plugins) {
        this.plugins = plugins;
    }

    @Command(name = "plugin list", help = "Lists the plugins and how they stand.", rank = Rank.OWNER, repeatable = true)
    Text list() {
        var text = Text.empty();
        for (var status : plugins.list()) {
            text = text.isEmpty() ? text : text.line();
            text = line(text, status);
        }
        return text.isEmpty() ? Text.of("There are no plugins. Put a JAR into the home's plugins folder.") : text;
    }

    @Command(name = "plugin info", help = "Tells all of a plugin.", rank = Rank.OWNER, repeatable = true)
    Card info(@Arg(help = "a file in the plugins folder, or a plugin's id") String what) throws InterruptedException {
        try {
            return ReportCard.of(plugins.report(id(what)));
        } catch (PluginRefused e) {
            throw refused(e);
        }
    }

    @Command(name = "plugin load", help = "Loads a plugin, or upgrades it to its file.", rank = Rank.OWNER)
    Text load(@Arg(help = "a file in the plugins folder, or a plugin's id") String what) throws InterruptedException {
        var file = plugins.file(what);
        return outcome(() -> file.isPresent() ? plugins.load(file.get()) : plugins.load(what));
    }

    @Command(name = "plugin unload", help = "Unloads a plugin until it is loaded again.", rank = Rank.OWNER)
    Text unload(@Arg(help = "a file in the plugins folder, or a plugin's id") String what) throws InterruptedException {
        return outcome(() -> plugins.unload(id(what)));
    }

    @Command(name = "plugin reload", help = "Starts a plugin anew from its file.", rank = Rank.OWNER)
    Text reload(@Arg(help = "a file in the plugins folder, or a plugin's id") String what) throws InterruptedException {
        return load(what);
    }

    @Command(name = "plugin enable", help = "Allows a disabled or quarantined plugin again.", rank = Rank.OWNER)
    Text enable(@Arg(help = "a file in the plugins folder, or a plugin's id") String what) throws InterruptedException {
        return outcome(() -> plugins.enable(id(what)));
    }

    @Command(name = "plugin disable", help = "Unloads a plugin, also over restarts.", rank = Rank.OWNER)
    Text disable(@Arg(help = "a file in the plugins folder, or a plugin's id") String what)
            throws InterruptedException {
        return outcome(() -> plugins.disable(id(what)));
    }

    @Suggests(
            command = {"plugin info", "plugin load", "plugin unload", "plugin reload", "plugin enable", "plugin disable"
            },
            parameter = "what")
    List<String> ids() {
        return plugins.list().stream().map(PluginStatus::id).toList();
    }

    private static Text outcome(Step step) throws InterruptedException {
        try {
            return line(Text.empty(), step.run());
        } catch (PluginRefused e) {
            throw refused(e);
        }
    }

    private static Text line(Text before, PluginStatus status) {
        var version = status.version().isEmpty() ? "" : " " + status.version();
        var file = Optional.ofNullable(status.file().getFileName())
                .map(Path::toString)
                .orElse("");
        var text = before.bold(status.id())
                .add(version + ": " + status.state().name().toLowerCase(Locale.ROOT));
        return (status.id().equals(file) ? text : text.add(" (" + file + ")"))
                .add(status.reason().isEmpty() ? "" : ". " + status.reason());
    }

    /** Finds the id of a plugin by its file's name. */
    private String id(String what) {
        return plugins.file(what).stream()
                .flatMap(file ->
                        plugins.list().stream().filter(status -> status.file().equals(file)))
                .map(PluginStatus::id)
                .findFirst()
                .orElse(what);
    }

    private static BellhopException refused(PluginRefused refusal) {
        return BellhopException.user("plugin.refused", refusal.getMessage());
    }

    /** What a command asks of the plugins. */
    @FunctionalInterface
    private interface Step {
        PluginStatus run() throws InterruptedException;
    }
}
