package io.bellhop.core.command.declare;

import io.bellhop.api.command.Arg;
import io.bellhop.api.command.Flag;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.command.ParameterDescription.Kind;
import io.bellhop.api.command.Rest;
import io.bellhop.core.command.declare.ParameterDeclaration.Multiplicity;
import io.bellhop.core.config.KebabCase;
import java.lang.classfile.Annotation;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodSignature;
import java.lang.classfile.Signature;
import java.lang.classfile.attribute.MethodParameterInfo;
import java.lang.classfile.attribute.RuntimeVisibleParameterAnnotationsAttribute;
import java.lang.classfile.attribute.SignatureAttribute;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the parameters of a command's method from its class file. */
final class ParameterReader {
    private final ValueTypeReader types;

    ParameterReader(Function<String, Optional<ClassModel>> classes) {
        this.types = new ValueTypeReader(classes);
    }

    List<Slot> read(MethodModel method) {
        var signature = method.findAttribute(Attributes.signature())
                .map(SignatureAttribute::asMethodSignature)
                .orElseGet(() -> MethodSignature.of(method.methodTypeSymbol()));
        var names = names(method, signature.arguments().size());
        var annotations = annotations(method, names.size());
        var slots = new ArrayList<Slot>();
        for (int i = 0; i < names.size(); i++) {
            slots.add(slot(names.get(i), signature.arguments().get(i), annotations.get(i)));
        }
        return checked(slots);
    }

    private Slot slot(String name, Signature signature, List<Annotation> annotations) {
        if (ValueTypeReader.className(signature).equals(Invocation.class.getName())) {
            return Slot.OfInvocation.INVOCATION;
        }
        var multiplicity = multiplicity(signature);
        var type = types.read(multiplicity == Multiplicity.ONE ? signature : ValueTypeReader.argument(signature));
        var flag = DeclaredAnnotation.find(annotations, Flag.class);
        var rest = DeclaredAnnotation.find(annotations, Rest.class);
        var more = flag.or(() -> rest)
                .or(() -> DeclaredAnnotation.find(annotations, Arg.class))
                .orElseGet(() -> new DeclaredAnnotation(List.of()));
        return new ParameterDeclaration(
                KebabCase.of(name),
                flag.isPresent() ? Kind.FLAG : rest.isPresent() ? Kind.REST : kind(type),
                type,
                multiplicity,
                more.string("help", ""),
                more.strings("orElse"),
                more.strings("aliases"),
                more.integer("most", 0),
                Optional.empty(),
                Map.of());
    }

    private static Multiplicity multiplicity(Signature signature) {
        return switch (ValueTypeReader.className(signature)) {
            case "java.util.List" -> Multiplicity.LIST;
            case "java.util.Optional" -> Multiplicity.OPTIONAL;
            default -> Multiplicity.ONE;
        };
    }

    private static Kind kind(ValueType type) {
        if (type == ValueType.Plain.CODE_BLOCK) {
            return Kind.CODE_BLOCK;
        }
        return type == ValueType.Plain.ATTACHMENT ? Kind.ATTACHMENT : Kind.ARGUMENT;
    }

    private static List<String> names(MethodModel method, int count) {
        var names = method.findAttribute(Attributes.methodParameters()).stream()
                .flatMap(attribute -> attribute.parameters().stream())
                .map(MethodParameterInfo::name)
                .flatMap(Optional::stream)
                .map(Object::toString)
                .toList();
        if (names.size() != count) {
            throw new DeclarationException("its parameters have no names. Compile with -parameters, as the parent "
                    + "POM bellhop-plugin-parent does.");
        }
        return names;
    }

    private static List<List<Annotation>> annotations(MethodModel method, int count) {
        return method.findAttribute(Attributes.runtimeVisibleParameterAnnotations())
                .map(RuntimeVisibleParameterAnnotationsAttribute::parameterAnnotations)
                .orElseGet(() -> Collections.nCopies(count, List.of()));
    }

    private static List<Slot> checked(List<Slot> slots) {
        boolean open = false;
        for (var slot : slots) {
            if (slot instanceof ParameterDeclaration p && (p.kind() == Kind.ARGUMENT || p.kind() == Kind.REST)) {
                if (open) {
                    throw new DeclarationException("nothing can follow a list or @Rest parameter.");
                }
                open = p.repeated() || p.kind() == Kind.REST;
                checkRest(p);
            }
        }
        return List.copyOf(slots);
    }

    private static void checkRest(ParameterDeclaration parameter) {
        if (parameter.kind() == Kind.REST
                && (parameter.valueType() != ValueType.Plain.TEXT
                        || parameter.multiplicity() == Multiplicity.OPTIONAL)) {
            throw new DeclarationException("a @Rest parameter is a String or a List<String>.");
        }
    }
}
