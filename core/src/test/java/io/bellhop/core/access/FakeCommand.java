package io.bellhop.core.access;

import io.bellhop.api.access.Need;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.ParameterDescription;
import io.bellhop.api.command.Visibility;
import io.bellhop.api.plugin.PluginDescription;
import java.time.Duration;
import java.util.List;

/** A command that is only declared. */
public record FakeCommand(String name, List<String> aliases, int rank, Need approvals) implements CommandDescription {
    public FakeCommand(String name, List<String> aliases, int rank) {
        this(name, aliases, rank, Need.NONE);
    }

    @Override
    public String help() {
        return "Waits.";
    }

    @Override
    public PluginDescription plugin() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ParameterDescription> parameters() {
        return List.of();
    }

    @Override
    public List<String> examples() {
        return List.of();
    }

    @Override
    public Visibility visibility() {
        return Visibility.CHANNEL;
    }

    @Override
    public Duration cooldown() {
        return Duration.ZERO;
    }

    @Override
    public Duration deadline() {
        return Duration.ofSeconds(30);
    }

    @Override
    public boolean repeatable() {
        return false;
    }

    @Override
    public String usage() {
        return name;
    }

    @Override
    public boolean takesSecret() {
        return false;
    }
}
