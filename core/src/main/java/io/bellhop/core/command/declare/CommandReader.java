package io.bellhop.core.command.declare;

import io.bellhop.api.access.Need;
import io.bellhop.api.access.Rank;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Example;
import io.bellhop.api.command.NeedsApproval;
import io.bellhop.api.command.Visibility;
import io.bellhop.api.plugin.PluginDescription;
import io.bellhop.core.command.declare.CommandDeclaration.DeclaredMethod;
import io.bellhop.core.command.declare.CommandDeclaration.Trial;
import io.bellhop.core.config.Durations;
import java.lang.classfile.Annotation;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads commands from a class file, without loading the class or running any of its code. */
public final class CommandReader {
    private static final Pattern NAME = Pattern.compile("[\\p{Ll}\\p{Nd}][\\p{Ll}\\p{Nd}_-]*( [\\p{Ll}\\p{Nd}_-]+)*");

    private final ClassModel model;
    private final PluginDescription plugin;
    private final ParameterReader parameters;

    private CommandReader(ClassModel model, PluginDescription plugin, Function<String, Optional<ClassModel>> classes) {
        this.model = model;
        this.plugin = plugin;
        this.parameters = new ParameterReader(classes);
    }

    /**
     * Reads the commands that a class declares.
     *
     * @param model the class
     * @param plugin who it belongs to
     * @param classes finds other classes of the same plugin by their internal names, such as {@code dice/Roll}
     * @return the commands, in the order of their methods
     * @throws DeclarationException if a declaration can't be used, with the reason and the remedy
     */
    public static List<CommandDeclaration> read(
            ClassModel model, PluginDescription plugin, Function<String, Optional<ClassModel>> classes) {
        return new CommandReader(model, plugin, classes).read();
    }

    private List<CommandDeclaration> read() {
        return model.methods().stream()
                .flatMap(method -> DeclaredAnnotation.find(annotations(method), Command.class).stream()
                        .map(command -> declaration(method, command)))
                .toList();
    }

    private CommandDeclaration declaration(MethodModel method, DeclaredAnnotation command) {
        var declared = new DeclaredMethod(
                model.thisClass().asInternalName().replace('/', '.'),
                method.methodName().stringValue(),
                method.methodType().stringValue());
        try {
            return new CommandDeclaration(
                    name(command.string("name", "")),
                    command.strings("aliases").stream().map(CommandReader::name).toList(),
                    command.string("help", ""),
                    plugin,
                    declared,
                    parameters.read(method),
                    trials(annotations(method)),
                    command.integer("rank", Rank.EVERYONE),
                    command.constant("visibility", Visibility.CHANNEL),
                    duration(command.string("cooldown", "")),
                    duration(command.string("deadline", "30s")),
                    command.bool("repeatable"),
                    approval(method),
                    command.bool("rerunOnEdit"),
                    command.bool("hidden"),
                    Map.of());
        } catch (DeclarationException | IllegalArgumentException e) {
            throw new DeclarationException(
                    "The command method " + declared.name() + " of " + declared.className() + ": " + e.getMessage());
        }
    }

    private static Need approval(MethodModel method) {
        return DeclaredAnnotation.find(annotations(method), NeedsApproval.class)
                .map(needs -> new Need(
                        needs.integer("count", 1),
                        needs.integer("rank", Rank.MODERATOR),
                        Durations.parse(needs.string("within", "24h"))))
                .orElse(Need.NONE);
    }

    private static String name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new DeclarationException(
                    "\"" + name + "\" can't be a command's name: use lower-case letters, digits, "
                            + "'-' and '_', with single spaces between the words of a sub-command.");
        }
        return name;
    }

    private static Duration duration(String written) {
        return written.isEmpty() ? Duration.ZERO : Durations.parse(written);
    }

    private static List<Trial> trials(List<Annotation> annotations) {
        var single = DeclaredAnnotation.find(annotations, Example.class).stream();
        var several = DeclaredAnnotation.find(annotations, Example.List.class).stream()
                .flatMap(list -> list.annotations("value").stream());
        return Stream.concat(single, several)
                .map(example -> new Trial(example.string("value", ""), example.string("replies", "")))
                .toList();
    }

    private static List<Annotation> annotations(MethodModel method) {
        return method.findAttribute(Attributes.runtimeVisibleAnnotations())
                .map(RuntimeVisibleAnnotationsAttribute::annotations)
                .orElse(List.of());
    }
}
