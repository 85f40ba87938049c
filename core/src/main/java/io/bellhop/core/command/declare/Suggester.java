package io.bellhop.core.command.declare;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.User;
import io.bellhop.api.command.ParameterDescription.Kind;
import io.bellhop.api.command.Suggests;
import io.bellhop.core.command.declare.CommandDeclaration.DeclaredMethod;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.reflect.AccessFlag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A method that completes an argument, as its class file declares it.
 *
 * @param method the method
 * @param commands the names of the commands that have the parameter
 * @param parameter the parameter's name
 */
public record Suggester(DeclaredMethod method, List<String> commands, String parameter) {
    private static final Set<String> TAKEN =
            Set.of(String.class.descriptorString(), User.class.descriptorString(), Channel.class.descriptorString());

    /**
     * Reads those that a class declares.
     *
     * @param model the class
     * @return what bears {@link Suggests}
     * @throws DeclarationException if one can't be used, with the reason and the remedy
     */
    public static List<Suggester> read(ClassModel model) {
        return model.methods().stream()
                .flatMap(method -> method
                        .findAttribute(Attributes.runtimeVisibleAnnotations())
                        .map(RuntimeVisibleAnnotationsAttribute::annotations)
                        .flatMap(annotations -> DeclaredAnnotation.find(annotations, Suggests.class))
                        .map(suggests -> suggester(model, method, suggests))
                        .stream())
                .toList();
    }

    /**
     * Gives the parameters of commands those that complete them.
     *
     * @param commands all commands of a plugin
     * @param suggesters all that complete their parameters
     * @return the commands, in the same order
     * @throws DeclarationException if one completes nothing, or what another completes too
     */
    public static List<CommandDeclaration> join(List<CommandDeclaration> commands, List<Suggester> suggesters) {
        var joined = commands;
        for (var suggester : suggesters) {
            for (var name : suggester.commands) {
                joined = suggester.into(joined, name);
            }
        }
        return joined;
    }

    private static Suggester suggester(ClassModel model, MethodModel method, DeclaredAnnotation suggests) {
        var declared = new DeclaredMethod(
                model.thisClass().asInternalName().replace('/', '.'),
                method.methodName().stringValue(),
                method.methodType().stringValue());
        var suggester = new Suggester(declared, suggests.strings("command"), suggests.string("parameter", ""));
        var type = method.methodTypeSymbol();
        var distinct = new HashSet<String>();
        boolean areTaken = type.parameterList().stream()
                .map(parameter -> parameter.descriptorString())
                .allMatch(parameter -> TAKEN.contains(parameter) && distinct.add(parameter));
        if (!areTaken
                || method.flags().has(AccessFlag.STATIC)
                || !type.returnType().descriptorString().equals(List.class.descriptorString())) {
            throw suggester.unusable(
                    "it is no method that takes any of String, User and Channel once, and returns a " + "List<String>");
        }
        return suggester;
    }

    private List<CommandDeclaration> into(List<CommandDeclaration> commands, String name) {
        if (commands.stream().noneMatch(command -> command.name().equals(name))) {
            throw unusable("the plugin has no command \"" + name + "\"");
        }
        return commands.stream()
                .map(command -> command.name().equals(name) ? into(command) : command)
                .toList();
    }

    private CommandDeclaration into(CommandDeclaration command) {
        var found = command.declaredParameters().stream()
                .filter(one -> one.name().equals(parameter))
                .findFirst()
                .orElseThrow(() ->
                        unusable("the command \"" + command.name() + "\" has no parameter \"" + parameter + "\""));
        if (found.kind() == Kind.CODE_BLOCK || found.kind() == Kind.ATTACHMENT || found.isSwitch()) {
            throw unusable("\"" + parameter + "\" has no value that is typed");
        }
        if (found.suggests()) {
            throw unusable("another method completes \"" + parameter + "\" of \"" + command.name() + "\" already");
        }
        return command.with(command.slots().stream()
                .map(slot -> slot.equals(found) ? found.suggestedBy(method) : slot)
                .toList());
    }

    private DeclarationException unusable(String reason) {
        return new DeclarationException(
                "The method %s of %s can't bear @Suggests: %s.".formatted(method.name(), method.className(), reason));
    }
}
