package io.bellhop.core.plugin.inspect;

import io.bellhop.api.chat.Capability;
import io.bellhop.api.plugin.ChatPlugin;
import io.bellhop.core.command.declare.CommandDeclaration;
import io.bellhop.core.command.declare.CommandReader;
import io.bellhop.core.command.declare.DeclarationException;
import io.bellhop.core.command.declare.DeclaredAnnotation;
import io.bellhop.core.command.declare.Suggester;
import java.lang.classfile.Annotation;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A class file that bears an annotation of the API, and what the bot demands of it. */
record PluginClass(ClassModel model) {
    private static final String CONNECTOR = "io/bellhop/api/chat/Connector";

    String name() {
        return model.thisClass().asInternalName().replace('/', '.');
    }

    boolean bears(String annotation) {
        return bears(model, "plugin/" + annotation);
    }

    /** What it uses of chat platforms that has to be granted there. */
    List<Capability> uses() {
        return DeclaredAnnotation.find(annotations(model), ChatPlugin.class)
                .map(found -> found.constants("uses", Capability.class))
                .orElse(List.of());
    }

    boolean isConnector() {
        return model.interfaces().stream().anyMatch(type -> type.name().equalsString(CONNECTOR));
    }

    void requireRunnable() {
        if (model.flags().has(AccessFlag.INTERFACE) || model.flags().has(AccessFlag.ABSTRACT)) {
            throw new PluginRefused("Its class %s bears @ChatPlugin, but is abstract.".formatted(name()));
        }
        for (var method : model.methods()) {
            if (bears(method, "command/Command")) {
                requireParameterNames(method);
            }
            if (bears(method, "event/Subscribe")) {
                requireOneParameter(method);
            }
        }
    }

    void requireRecord(String annotation) {
        var parent = model.superclass().map(type -> type.asInternalName()).orElse("");
        if (!parent.equals("java/lang/Record")) {
            throw new PluginRefused("Its class %s bears @%s, but is no record.".formatted(name(), annotation));
        }
    }

    List<DeclaredSetting> settings(Function<String, Optional<ClassModel>> classes) {
        return SettingReader.read(model, classes);
    }

    void requireService(Set<String> exports) {
        if (!model.flags().has(AccessFlag.INTERFACE) || !model.flags().has(AccessFlag.PUBLIC)) {
            throw new PluginRefused("Its type %s bears @Service, but is no public interface.".formatted(name()));
        }
        var packageName = name().substring(0, Math.max(0, name().lastIndexOf('.')));
        if (!exports.contains(packageName)) {
            throw new PluginRefused("Its service %s is in a package that is not exported; add %s to plugin.exports."
                    .formatted(name(), packageName));
        }
    }

    List<CommandDeclaration> commands(Descriptor descriptor, Function<String, Optional<ClassModel>> classes) {
        try {
            return CommandReader.read(model, descriptor, classes);
        } catch (DeclarationException e) {
            throw new PluginRefused(String.valueOf(e.getMessage()), e);
        }
    }

    List<Suggester> suggesters() {
        try {
            return Suggester.read(model);
        } catch (DeclarationException e) {
            throw new PluginRefused(String.valueOf(e.getMessage()), e);
        }
    }

    private void requireParameterNames(MethodModel method) {
        if (method.methodTypeSymbol().parameterCount() > 0
                && method.findAttribute(Attributes.methodParameters()).isEmpty()) {
            throw new PluginRefused(
                    ("Its command method %s.%s has lost its parameters' names: compile with -parameters; "
                                    + "the parent POM bellhop-plugin-parent does it.")
                            .formatted(name(), method.methodName().stringValue()));
        }
    }

    private void requireOneParameter(MethodModel method) {
        if (method.methodTypeSymbol().parameterCount() != 1 || method.flags().has(AccessFlag.STATIC)) {
            throw new PluginRefused("Its method %s.%s bears @Subscribe, but does not take just one event."
                    .formatted(name(), method.methodName().stringValue()));
        }
    }

    private static boolean bears(AttributedElement element, String annotation) {
        var descriptor = "Lio/bellhop/api/" + annotation + ";";
        return annotations(element).stream().anyMatch(found -> found.className().equalsString(descriptor));
    }

    static List<Annotation> annotations(AttributedElement element) {
        return element.findAttribute(Attributes.runtimeVisibleAnnotations())
                .map(RuntimeVisibleAnnotationsAttribute::annotations)
                .orElse(List.of());
    }
}
