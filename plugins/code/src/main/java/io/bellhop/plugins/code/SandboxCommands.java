package io.bellhop.plugins.code;

import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.Text;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Example;
import io.bellhop.api.plugin.ChatPlugin;
import io.bellhop.plugins.code.engine.sandbox.selftest.Layer;
import jakarta.inject.Inject;
import java.util.Locale;

/** Lets owners see whether the sandbox holds. */
@ChatPlugin
public final class SandboxCommands {
    private final Runner runner;

    @Inject
    SandboxCommands(Runner runner) {
        this.runner = runner;
    }

    @Command(
            name = "sandbox selftest",
            help = "Attacks the sandbox from within, and shows which layers hold.",
            rank = Rank.OWNER,
            deadline = "2m",
            repeatable = true)
    @Example("sandbox selftest")
    Text selfTest() throws InterruptedException {
        var text = Text.empty();
        for (var layer : runner.sandbox().selfTest()) {
            text = line(text, layer);
        }
        var refuses = runner.sandbox().obstacle().isPresent();
        return text.add(refuses ? "No program runs in a sandbox here." : "Programs run in sandboxes here.");
    }

    private static Text line(Text text, Layer layer) {
        var shown =
                text.bold(layer.state().name().toLowerCase(Locale.ROOT)).add("  " + layer.name() + ": " + layer.seen());
        return (layer.remedy().isEmpty() ? shown : shown.add(". " + layer.remedy() + ".")).line();
    }
}
