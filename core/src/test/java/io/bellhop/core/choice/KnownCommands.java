package io.bellhop.core.choice;

import io.bellhop.core.command.register.CommandNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The commands that a test says are there, each of one word. */
public final class KnownCommands implements CommandNames {
    private final Map<String, String> plugins = new ConcurrentHashMap<>();

    public KnownCommands add(String plugin, String command) {
        plugins.put(command, plugin);
        return this;
    }

    /** A plugin goes, with all its commands. */
    public void remove(String plugin) {
        plugins.values().removeIf(plugin::equals);
    }

    @Override
    public List<String> shown() {
        return plugins.keySet().stream().sorted().toList();
    }

    @Override
    public boolean takesCode(String line) {
        return false;
    }

    /** Those whose name begins so. */
    @Override
    public boolean takesSecret(String line) {
        return line.startsWith("login");
    }

    @Override
    public Optional<String> plugin(String line) {
        return Optional.ofNullable(plugins.get(line.split(" ", -1)[0]));
    }
}
