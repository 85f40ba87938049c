package io.bellhop.core.command.register;

import io.bellhop.core.command.declare.DeclarationException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the command that a line calls: the longest name or alias that the line begins with. A name stands on one line,
 * so what follows a line break is an argument. Never changes.
 */
public final class CommandIndex {
    static final CommandIndex EMPTY = new CommandIndex(List.of());

    private final Node root = new Node();
    private final Set<String> names = new TreeSet<>();
    private final boolean takesSecrets;

    CommandIndex(Collection<CommandEntry> entries) {
        takesSecrets = entries.stream().anyMatch(entry -> entry.declaration().takesSecret());
        for (var entry : entries) {
            add(entry.declaration().name(), entry);
            entry.declaration().aliases().forEach(alias -> add(alias, entry));
        }
    }

    /** A word on the way to a command. */
    private static final class Node {
        private final Map<String, Node> children = new HashMap<>();
        private final Set<String> next = Collections.unmodifiableSet(children.keySet());
        private @Nullable CommandEntry entry;
    }

    /**
     * What a line calls.
     *
     * @param entry the command, or null if there is none
     * @param name the words that were recognised
     * @param arguments what follows them
     * @param next the words that could have followed to make a command, in no order
     */
    public record Match(@Nullable CommandEntry entry, String name, String arguments, Collection<String> next) {}

    /**
     * Finds the command that a line calls.
     *
     * @param line a line without its prefix
     * @return what was found, which may be nothing
     */
    public Match match(String line) {
        var node = root;
        Match best = new Match(null, "", line, List.of());
        int at = 0;
        while (true) {
            int start = skipSpace(line, at);
            if (node != root && line.substring(at, start).indexOf('\n') >= 0) {
                return best;
            }
            int end = wordEnd(line, start);
            var child = node.children.get(line.substring(start, end).toLowerCase(Locale.ROOT));
            if (child == null) {
                return best;
            }
            node = child;
            at = end;
            if (node.entry != null || best.entry() == null) {
                best = new Match(node.entry, line.substring(0, end), line.substring(end), node.next);
            }
        }
    }

    /**
     * Returns all names and aliases.
     *
     * @return them, in order
     */
    public Set<String> names() {
        return names;
    }

    /** Tells whether any command takes a secret. */
    boolean takesSecrets() {
        return takesSecrets;
    }

    /** Returns the entry of a name or alias, or null. */
    @Nullable
    CommandEntry find(String name) {
        var match = match(name.strip());
        return match.arguments().isBlank() ? match.entry() : null;
    }

    private void add(String name, CommandEntry entry) {
        var node = root;
        for (var word : name.split(" ", -1)) {
            node = node.children.computeIfAbsent(word, same -> new Node());
        }
        if (node.entry != null) {
            throw new DeclarationException("The command " + name + " of "
                    + entry.declaration().plugin().id() + " is declared already by "
                    + node.entry.declaration().plugin().id() + ".");
        }
        node.entry = entry;
        names.add(name);
    }

    private static int skipSpace(String line, int at) {
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at;
    }

    static int wordEnd(String line, int at) {
        while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at;
    }
}
