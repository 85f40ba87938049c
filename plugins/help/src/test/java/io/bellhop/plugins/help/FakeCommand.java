package io.bellhop.plugins.help;

import io.bellhop.api.access.Need;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.ParameterDescription;
import io.bellhop.api.command.Visibility;
import io.bellhop.api.plugin.PluginDescription;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A declaration of a plugin that is not there. */
record FakeCommand(
        String name,
        List<String> aliases,
        String help,
        PluginDescription plugin,
        List<ParameterDescription> parameters,
        List<String> examples,
        int rank,
        Need approvals,
        Visibility visibility,
        Duration cooldown,
        Duration deadline,
        boolean repeatable,
        String usage,
        boolean hidden)
        implements CommandDescription {
    record FakePlugin(String id, String version, String description) implements PluginDescription {}

    record FakeParameter(
            String name,
            Kind kind,
            String type,
            String help,
            boolean required,
            Optional<String> orElse,
            List<String> values,
            boolean repeated)
            implements ParameterDescription {
        static FakeParameter of(String name, Kind kind, String type, String help) {
            return new FakeParameter(name, kind, type, help, true, Optional.empty(), List.of(), false);
        }

        FakeParameter optional() {
            return new FakeParameter(name, kind, type, help, false, orElse, values, repeated);
        }

        FakeParameter orElse(String value) {
            return new FakeParameter(name, kind, type, help, false, Optional.of(value), values, repeated);
        }

        @Override
        public boolean suggests() {
            return false;
        }

        FakeParameter many() {
            return new FakeParameter(name, kind, type, help, false, orElse, values, true);
        }
    }

    static FakeCommand of(String plugin, String name) {
        return of(plugin, name, false);
    }

    static FakeCommand of(String plugin, String name, boolean hidden) {
        return new FakeCommand(
                name,
                List.of(),
                "Does " + name + ".",
                new FakePlugin(plugin, "1.0.0", ""),
                List.of(),
                List.of(),
                0,
                Need.NONE,
                Visibility.CHANNEL,
                Duration.ZERO,
                Duration.ofSeconds(30),
                false,
                name,
                hidden);
    }

    @Override
    public boolean takesSecret() {
        return false;
    }
}
