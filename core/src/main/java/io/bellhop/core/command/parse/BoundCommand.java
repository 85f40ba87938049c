package io.bellhop.core.command.parse;

import io.bellhop.api.command.CodeBlock;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.command.ParameterDescription.Kind;
import io.bellhop.core.command.declare.CommandDeclaration;
import io.bellhop.core.command.declare.DeclarationException;
import io.bellhop.core.command.declare.ParameterDeclaration;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A command bound to the object that runs it. Holds the plugin's classes, and so lives as long as the plugin is served.
 */
public final class BoundCommand {
    private final CommandDeclaration declaration;
    private final MethodHandle method;
    private @Nullable MethodHandle spreader;
    private final FlagParser flags;
    private final Map<String, Converter> converters = new HashMap<>();
    private final Map<String, BoundSuggester> suggesters = new HashMap<>();

    private BoundCommand(CommandDeclaration declaration, Function<String, Object> instances) {
        var instance = instances.apply(declaration.method().className());
        this.declaration = declaration;
        this.method = method(declaration, instance);
        this.flags = new FlagParser(declaration);
        var loader = instance.getClass().getClassLoader();
        for (var parameter : declaration.declaredParameters()) {
            if (parameter.kind() != Kind.CODE_BLOCK && parameter.kind() != Kind.ATTACHMENT) {
                converters.put(parameter.name(), Converter.of(parameter.valueType(), loader));
            }
            parameter
                    .suggester()
                    .ifPresent(method -> suggesters.put(
                            parameter.name(), BoundSuggester.of(method, instances.apply(method.className()))));
        }
    }

    /**
     * Binds a command.
     *
     * @param declaration what is declared of it
     * @param instances finds the object of a class of its plugin
     */
    public static BoundCommand of(CommandDeclaration declaration, Function<String, Object> instances) {
        return new BoundCommand(declaration, instances);
    }

    /**
     * Returns what completes a parameter.
     *
     * @param parameter its name
     * @return what the plugin has for it, or empty
     */
    public Optional<BoundSuggester> suggester(String parameter) {
        return Optional.ofNullable(suggesters.get(parameter));
    }

    public CommandDeclaration declaration() {
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

    /**
     * Turns what a user wrote into the arguments of the method.
     *
     * @param invocation handed in where the method asks for it; null if it will not run
     * @param line what follows the command's name
     * @param blocks the code blocks of the message
     */
    @Nullable
    public Object[] arguments(
            @Nullable Invocation invocation, ConversionContext context, String line, List<CodeBlock> blocks) {
        var parts = new MessageParts(line, blocks);
        var given = declaration.takesCode() ? parts.withInlineCode() : parts;
        return new ArgumentParser(this, context, given.line(), given.blocks()).arguments(invocation);
    }

    /** Runs the command. Throws what it throws. */
    @Nullable
    public Object call(@Nullable Object[] arguments) throws Throwable {
        var ready = spreader;
        if (ready == null) { // made for the first call, since to spin it for every command would hold up the start
            ready = method.asFixedArity()
                    .asSpreader(Object[].class, method.type().parameterCount())
                    .asType(MethodType.methodType(Object.class, Object[].class));
            spreader = ready;
        }
        return ready.invokeExact(arguments);
    }

    private static MethodHandle method(CommandDeclaration declaration, Object instance) {
        var declared = declaration.method();
        var owner = instance.getClass();
        try {
            var type = MethodType.fromMethodDescriptorString(declared.descriptor(), owner.getClassLoader());
            return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
                    .findVirtual(owner, declared.name(), type)
                    .bindTo(instance);
        } catch (ReflectiveOperationException | TypeNotPresentException e) {
            throw new DeclarationException(
                    "The command method " + declared.name() + " of " + declared.className() + " can't be called: " + e);
        }
    }
}
