package io.bellhop.core.settings;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Text;
import io.bellhop.core.settings.SettingsTable.Snapshot;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.TreeMap;

/** Tells in words what is set. */
final class SettingsView {
    private final Catalogue catalogue;
    private final SettingsTable table;

    @Inject
    SettingsView(Catalogue catalogue, SettingsTable table) {
        this.catalogue = catalogue;
        this.table = table;
    }

    /** Tells what holds in a channel: a line for each setting. */
    Text list(String beginning, Channel here) {
        var snapshot = table.snapshot();
        var lines = new TreeMap<String, Text>();
        for (var setting : catalogue.all()) {
            lines.put(setting.key(), line(setting, snapshot, here));
        }
        for (var level : Level.all().reversed()) {
            Scope.around(here, level)
                    .ifPresent(scope -> snapshot.of(scope).forEach((key, value) -> {
                        if (catalogue.find(key).isEmpty()) {
                            lines.put(
                                    key,
                                    Text.of("")
                                            .code(key)
                                            .add(" = ")
                                            .add(quoted(value))
                                            .add(" (" + level.where() + "; its plugin is not loaded)"));
                        }
                    }));
        }
        lines.keySet().removeIf(key -> !key.startsWith(beginning));
        return lines.values().stream()
                .reduce((before, line) -> before.line().add(line))
                .orElseGet(() -> Text.of("There is no setting that begins so."));
    }

    /** Tells all of a setting. */
    Text of(KnownSetting setting, Channel here) {
        var snapshot = table.snapshot();
        var text = line(setting, snapshot, here);
        text = setting.help().isEmpty() ? text : text.line().add(setting.help());
        for (var level : setting.levels()) {
            var value = Scope.around(here, level).flatMap(scope -> snapshot.find(scope, setting.key()));
            if (value.isPresent()) {
                text = text.line().add("for " + level.where() + ": " + quoted(setting.shown(value.get(), here)));
            }
        }
        return text.line().add((setting.isConfigured() ? "in bellhop.yaml: " : "default: ") + quoted(setting.base()));
    }

    /** Tells what a change has led to. */
    Text changed(KnownSetting setting, Scope scope, Channel here) {
        var snapshot = table.snapshot();
        var text = snapshot.find(scope, setting.key()).isPresent() ? Text.of("Set for ") : Text.of("Reset for ");
        return text.add(scope.level().where() + ". Here it is ")
                .add(line(setting, snapshot, here))
                .add(".");
    }

    private static Text line(KnownSetting setting, Snapshot snapshot, Channel here) {
        var scope = snapshot.narrowest(here, setting.key());
        var value = scope.flatMap(found -> snapshot.find(found, setting.key()));
        var from = scope.map(found -> found.level().where())
                .or(() -> setting.isConfigured() ? Optional.of("bellhop.yaml") : Optional.empty())
                .orElse("default");
        var shown = value.map(kept -> setting.shown(kept, here)).orElseGet(setting::base);
        return Text.of("").code(setting.key()).add(" = " + quoted(shown) + " (" + from + ")");
    }

    private static String quoted(String value) {
        return value.isEmpty() ? "nothing" : value;
    }
}
