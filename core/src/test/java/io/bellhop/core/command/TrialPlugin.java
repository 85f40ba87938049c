package io.bellhop.core.command;

import io.bellhop.api.plugin.PluginDescription;
import io.bellhop.core.command.declare.CommandDeclaration;
import io.bellhop.core.command.declare.CommandReader;
import io.bellhop.core.command.declare.Suggester;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The plugin that the commands in a room belong to, with what their classes declare. */
record TrialPlugin() implements PluginDescription {
    @Override
    public String id() {
        return Room.HOST;
    }

    @Override
    public String version() {
        return "1.0.0";
    }

    @Override
    public String description() {
        return "Tries things.";
    }

    static List<CommandDeclaration> declarations(Object... instances) {
        var models = Arrays.stream(instances)
                .map(instance -> model(instance.getClass().getName()))
                .toList();
        var commands = models.stream()
                .flatMap(model -> CommandReader.read(model, new TrialPlugin(), TrialPlugin::find).stream())
                .toList();
        return Suggester.join(
                commands,
                models.stream().flatMap(model -> Suggester.read(model).stream()).toList());
    }

    private static Optional<ClassModel> find(String internalName) {
        return internalName.startsWith("io/bellhop/core/") ? Optional.of(model(internalName)) : Optional.empty();
    }

    private static ClassModel model(String name) {
        try (var in = TrialPlugin.class.getClassLoader().getResourceAsStream(name.replace('.', '/') + ".class")) {
            return ClassFile.of().parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
