package io.bellhop.core.plugin.inspect;

import io.bellhop.api.chat.Capability;
import io.bellhop.core.command.declare.CommandDeclaration;
import java.util.List;
import java.util.Set;

/**
 * What a JAR's class files declare.
 *
 * @param classes the names of the classes that bear {@code @ChatPlugin}
 * @param commands their commands
 * @param configurations the names of the records that bear {@code @Config}
 * @param chatSettings the names of the records that bear {@code @Settings}
 * @param settings what stands in all those records
 * @param services the names of the interfaces that bear {@code @Service}
 * @param uses what it uses of chat platforms that has to be granted there
 * @param connects whether one of the classes is a connector
 */
public record Declarations(
        List<String> classes,
        List<CommandDeclaration> commands,
        List<String> configurations,
        List<String> chatSettings,
        List<DeclaredSetting> settings,
        List<String> services,
        Set<Capability> uses,
        boolean connects) {

    /** Keeps own copies. */
    public Declarations {
        classes = List.copyOf(classes);
        commands = List.copyOf(commands);
        configurations = List.copyOf(configurations);
        chatSettings = List.copyOf(chatSettings);
        settings = List.copyOf(settings);
        services = List.copyOf(services);
        uses = Set.copyOf(uses);
    }
}
