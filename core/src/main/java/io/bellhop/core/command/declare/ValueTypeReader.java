package io.bellhop.core.command.declare;

import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Signature;
import java.lang.classfile.Signature.ClassTypeSig;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds what a value of a declared type may be. */
record ValueTypeReader(Function<String, Optional<ClassModel>> classes) {
    private static final List<String> FACTORIES = List.of("parse", "of", "valueOf");

    ValueType read(Signature signature) {
        var name = className(signature);
        for (var plain : ValueType.Plain.values()) {
            if (plain.isNamed(name)) {
                return plain;
            }
        }
        return classes.apply(name.replace('.', '/'))
                .flatMap(model -> model.flags().has(AccessFlag.ENUM) ? enumerated(name, model) : own(name, model))
                .orElseThrow(() -> new DeclarationException(name
                        + " can't be an argument's type. Use a type that the Javadoc of @Command lists, or one of"
                        + " the plugin's own with a static method parse, of or valueOf that takes one String."));
    }

    /** Returns the binary name of a type, without its type arguments. */
    static String className(Signature signature) {
        return switch (signature) {
            case ClassTypeSig type -> binaryName(type.classDesc());
            default -> primitive(signature.signatureString());
        };
    }

    /** Returns the only type argument of a list or an optional. */
    static Signature argument(Signature signature) {
        if (signature instanceof ClassTypeSig type
                && type.typeArgs().size() == 1
                && type.typeArgs().getFirst() instanceof Signature.TypeArg.Bounded bounded) {
            return bounded.boundType();
        }
        throw new DeclarationException("a list or an optional names the type of its values, such as List<String>.");
    }

    private static Optional<ValueType> enumerated(String name, ClassModel model) {
        var constants = model.fields().stream()
                .filter(field -> field.flags().has(AccessFlag.ENUM))
                .map(FieldModel::fieldName)
                .map(Object::toString)
                .toList();
        return Optional.of(new ValueType.Enumerated(name, constants));
    }

    private static Optional<ValueType> own(String name, ClassModel model) {
        var descriptor = "(Ljava/lang/String;)L" + name.replace('.', '/') + ";";
        return FACTORIES.stream()
                .filter(factory -> model.methods().stream().anyMatch(method -> isFactory(method, factory, descriptor)))
                .findFirst()
                .map(factory -> new ValueType.Own(name, factory));
    }

    private static boolean isFactory(MethodModel method, String name, String descriptor) {
        return method.flags().has(AccessFlag.STATIC)
                && method.methodName().equalsString(name)
                && method.methodType().equalsString(descriptor);
    }

    private static String binaryName(ClassDesc desc) {
        var descriptor = desc.descriptorString();
        return descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
    }

    private static String primitive(String descriptor) {
        return switch (descriptor) {
            case "I" -> "int";
            case "J" -> "long";
            case "D" -> "double";
            case "Z" -> "boolean";
            default -> descriptor;
        };
    }
}
