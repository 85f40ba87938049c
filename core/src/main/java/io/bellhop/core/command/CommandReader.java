package io.bellhop.core.command;

import io.bellhop.api.plugin.PluginDescription;
import java.lang.classfile.ClassModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Stands in until the reader is merged. */
public final class CommandReader {
    private CommandReader() {}

    public static List<CommandDeclaration> read(
            ClassModel model, PluginDescription plugin, Function<String, Optional<ClassModel>> classes) {
        return List.of();
    }
}
