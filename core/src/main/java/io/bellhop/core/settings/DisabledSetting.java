package io.bellhop.core.settings;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.Commands;
import io.bellhop.api.error.Suggestion;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The commands that nobody may run. What wider scopes disable, narrower ones can't enable. */
record DisabledSetting(Provider<Commands> commands) implements KnownSetting {
    static final String KEY = "disabled";

    /** Without these nobody could enable anything again, have their data, or decide about what waits or runs. */
    private static final Set<String> VITAL = Set.of(
            "settings", "plugin", "access", "shutdown", "export", "forget", "approve", "deny", "approvals", "cancel");

    @Inject
    DisabledSetting {}

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String help() {
        return "Commands that nobody may run, with all that begin so; what the bot or space disables stays so in channels.";
    }

    @Override
    public List<Level> levels() {
        return Level.all();
    }

    @Override
    public String base() {
        return "";
    }

    @Override
    public String check(String value, Scope scope, Channel here) {
        var names = Listed.split(value.toLowerCase(Locale.ROOT)).stream()
                .map(this::require)
                .distinct()
                .toList();
        if (names.isEmpty()) {
            throw KnownSetting.wrong("Name at least one command; a reset enables all again.");
        }
        return Listed.join(names);
    }

    @Override
    public Optional<String> takes(String before, String value, Channel here) {
        var disabled = Set.copyOf(Listed.split(before));
        var more = Listed.split(value).stream()
                .filter(name -> !covers(disabled, name))
                .toList();
        return more.isEmpty() ? Optional.empty() : Optional.of("Nobody could run " + Listed.join(more) + " any more");
    }

    /** Tells whether a name that was disabled means a command. */
    static boolean covers(Set<String> disabled, CommandDescription command) {
        return covers(disabled, command.name())
                || command.aliases().stream().anyMatch(alias -> covers(disabled, alias));
    }

    private static boolean covers(Set<String> disabled, String name) {
        for (int end = name.length(); end > 0; end = name.lastIndexOf(' ', end - 1)) {
            if (disabled.contains(name.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    private String require(String written) {
        var name = written.replaceAll("\\s+", " ");
        if (VITAL.contains(name.split(" ", 2)[0])) {
            throw KnownSetting.wrong("The command " + name + " can't be disabled: it always has to be there.");
        }
        var known = commands.get().list().stream().map(CommandDescription::name).toList();
        var found = commands.get().find(name).map(CommandDescription::name);
        if (found.isPresent() && !VITAL.contains(found.get().split(" ", 2)[0])) {
            return found.get();
        }
        if (known.stream().anyMatch(other -> other.startsWith(name + " "))) {
            return name;
        }
        var near = Suggestion.nearest(name, known)
                .map(meant -> " Did you mean " + meant + "?")
                .orElse(name.contains(" -") ? " Flags such as -bot stand in front of the setting's name." : "");
        throw KnownSetting.wrong("There is no command " + name + "." + near);
    }
}
