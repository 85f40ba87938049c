package io.bellhop.core.command;

import io.bellhop.api.command.ParameterDescription.Kind;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.Map;

/**
 * A command bound to the object that runs it. Holds the plugin's classes, and so lives as long as the plugin is served.
 */
final class BoundCommand {
    private final CommandDeclaration declaration;
    private final MethodHandle method;
    private final FlagParser flags;
    private final Map<String, Converter> converters = new HashMap<>();

    private BoundCommand(CommandDeclaration declaration, Object instance) {
        this.declaration = declaration;
        this.method = method(declaration, instance);
        this.flags = new FlagParser(declaration);
        var loader = instance.getClass().getClassLoader();
        for (var parameter : declaration.declaredParameters()) {
            if (parameter.kind() != Kind.CODE_BLOCK && parameter.kind() != Kind.ATTACHMENT) {
                converters.put(parameter.name(), Converter.of(parameter.valueType(), loader));
            }
        }
    }

    static BoundCommand of(CommandDeclaration declaration, Object instance) {
        return new BoundCommand(declaration, instance);
    }

    CommandDeclaration declaration() {
        return declaration;
    }

    FlagParser flags() {
        return flags;
    }

    Converter converter(ParameterDeclaration parameter) {
        var converter = converters.get(parameter.name());
        if (converter == null) {
            throw new IllegalArgumentException(parameter.name() + " is not written as words");
        }
        return converter;
    }

    /** Runs the command. Throws what it throws. */
    Object call(Object[] arguments) throws Throwable {
        return method.invokeExact(arguments);
    }

    private static MethodHandle method(CommandDeclaration declaration, Object instance) {
        var declared = declaration.method();
        var owner = instance.getClass();
        try {
            var type = MethodType.fromMethodDescriptorString(declared.descriptor(), owner.getClassLoader());
            return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
                    .findVirtual(owner, declared.name(), type)
                    .bindTo(instance)
                    .asFixedArity()
                    .asSpreader(Object[].class, type.parameterCount())
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException | TypeNotPresentException e) {
            throw new DeclarationException(
                    "The command method " + declared.name() + " of " + declared.className() + " can't be called: " + e);
        }
    }
}
