package io.bellhop.core.command.declare;

import io.bellhop.api.error.Suggestion;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Gives commands the words of message bundles. */
public final class Translation {
    private static final String BEGINNING = "command.";
    private static final String END = ".help";

    private final Map<Locale, Map<String, String>> bundles;

    private Translation(Map<Locale, Map<String, String>> bundles) {
        this.bundles = bundles;
    }

    /**
     * Translates all commands of a plugin.
     *
     * @param commands what is declared
     * @param bundles what stands in the plugin's message bundles under {@code command.NAME.help} and
     *     {@code command.NAME.PARAMETER.help}, with dots for the spaces of a name; other keys are the plugin's own
     * @return the same commands in the same order
     * @throws DeclarationException if such a key names nothing that is declared
     */
    public static List<CommandDeclaration> join(
            List<CommandDeclaration> commands, Map<Locale, Map<String, String>> bundles) {
        var translation = new Translation(bundles);
        translation.check(commands);
        return commands.stream().map(translation::of).toList();
    }

    private CommandDeclaration of(CommandDeclaration command) {
        var slots = command.slots().stream()
                .map(slot -> slot instanceof ParameterDeclaration parameter
                        ? parameter.translated(said(key(command, parameter)))
                        : slot)
                .toList();
        return command.with(slots).translated(said(key(command)));
    }

    private Map<Locale, String> said(String key) {
        var said = new HashMap<Locale, String>();
        bundles.forEach((language, messages) -> {
            var message = messages.get(key);
            if (message != null && !message.isBlank()) {
                said.put(language, message);
            }
        });
        return Map.copyOf(said);
    }

    private void check(List<CommandDeclaration> commands) {
        var known = new TreeSet<String>();
        commands.forEach(command -> keys(command, known::add));
        bundles.forEach((language, messages) -> messages.keySet().stream()
                .filter(key -> key.startsWith(BEGINNING) && key.endsWith(END) && !known.contains(key))
                .sorted()
                .findFirst()
                .ifPresent(key -> refuse(language, key, known)));
    }

    private static void refuse(Locale language, String key, Set<String> known) {
        var hint = Suggestion.nearest(key, known)
                .map(near -> "Did you mean " + near + "?")
                .orElse("Remove it, or write command.NAME.help or command.NAME.PARAMETER.help.");
        throw new DeclarationException(
                "Its messages for the language %s have the key %s, which names no command or parameter. %s"
                        .formatted(language.toLanguageTag(), key, hint));
    }

    private static void keys(CommandDeclaration command, Consumer<String> next) {
        next.accept(key(command));
        command.declaredParameters().forEach(parameter -> next.accept(key(command, parameter)));
    }

    private static String key(CommandDeclaration command) {
        return BEGINNING + dotted(command) + END;
    }

    private static String key(CommandDeclaration command, ParameterDeclaration parameter) {
        return BEGINNING + dotted(command) + "." + parameter.name() + END;
    }

    private static String dotted(CommandDeclaration command) {
        return command.name().replace(' ', '.');
    }
}
