package io.bellhop.core.discord.slash;

import io.bellhop.api.access.Need;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.ParameterDescription.Kind;
import io.bellhop.api.command.Visibility;
import io.bellhop.api.plugin.PluginDescription;
import io.bellhop.core.command.declare.CommandDeclaration;
import io.bellhop.core.command.declare.CommandDeclaration.DeclaredMethod;
import io.bellhop.core.command.declare.ParameterDeclaration;
import io.bellhop.core.command.declare.ParameterDeclaration.Multiplicity;
import io.bellhop.core.command.declare.Slot;
import io.bellhop.core.command.declare.ValueType;
import io.bellhop.core.command.declare.ValueType.Enumerated;
import io.bellhop.core.command.declare.ValueType.Plain;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** Commands as class files declare them. */
public final class Declared {
    private Declared() {}

    private record Plugin(String id) implements PluginDescription {
        @Override
        public String version() {
            return "1.0.0";
        }

        @Override
        public String description() {
            return "What " + id + " does.";
        }
    }

    public static CommandDescription command(String name, Slot... parameters) {
        return command("trial", 0, name, parameters);
    }

    public static CommandDescription of(String plugin, String name) {
        return command(plugin, 0, name);
    }

    public static CommandDescription ranked(int rank, String name) {
        return command("trial", rank, name);
    }

    /** Commands called {@code prefix100}, {@code prefix101} and so on. */
    public static List<CommandDescription> many(int count, String plugin, String prefix) {
        return IntStream.range(100, 100 + count)
                .mapToObj(number -> of(plugin, prefix + number))
                .toList();
    }

    public static ParameterDeclaration argument(String name, Plain type) {
        return parameter(name, Kind.ARGUMENT, type, Multiplicity.ONE, "Help of " + name);
    }

    public static ParameterDeclaration suggested(String name, Plain type) {
        var method = new DeclaredMethod("x.Y", "suggest", "()Ljava/util/List;");
        return new ParameterDeclaration(
                name,
                Kind.ARGUMENT,
                type,
                Multiplicity.ONE,
                "",
                List.of(),
                List.of(),
                0,
                Optional.of(method),
                Map.of());
    }

    public static ParameterDeclaration maybe(String name, Plain type) {
        return parameter(name, Kind.FLAG, type, Multiplicity.OPTIONAL, "");
    }

    public static ParameterDeclaration several(String name, ValueType type) {
        return parameter(name, Kind.ARGUMENT, type, Multiplicity.LIST, "");
    }

    public static ParameterDeclaration rest(String name) {
        return parameter(name, Kind.REST, Plain.TEXT, Multiplicity.ONE, "what comes back");
    }

    public static ParameterDeclaration oneOf(String name, int count) {
        var constants =
                IntStream.range(0, count).mapToObj(number -> "VALUE_" + number).toList();
        return parameter(name, Kind.ARGUMENT, new Enumerated("x.Y", constants), Multiplicity.ONE, "");
    }

    public static ParameterDeclaration parameter(
            String name, Kind kind, ValueType type, Multiplicity multiplicity, String help) {
        return new ParameterDeclaration(
                name, kind, type, multiplicity, help, List.of(), List.of(), 0, Optional.empty(), Map.of());
    }

    private static CommandDescription command(String plugin, int rank, String name, Slot... parameters) {
        return new CommandDeclaration(
                name,
                List.of("alias of " + name),
                "Does " + name + ".",
                new Plugin(plugin),
                new DeclaredMethod("x.Y", "run", "()V"),
                List.of(parameters),
                List.of(),
                rank,
                Visibility.CHANNEL,
                Duration.ZERO,
                Duration.ofSeconds(30),
                false,
                Need.NONE,
                false,
                false,
                Map.of());
    }

    /** Makes native commands of declared ones. */
    static SlashTree tree(CommandDescription... commands) {
        return SlashTree.of(List.of(commands));
    }

    /** Finds a slash command by its name. */
    static SlashCommandData slash(SlashTree tree, String name) {
        return tree.commands().stream()
                .filter(command -> command.getName().equals(name))
                .map(SlashCommandData.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
