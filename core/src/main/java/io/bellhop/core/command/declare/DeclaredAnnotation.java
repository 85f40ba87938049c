package io.bellhop.core.command.declare;

import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.List;
import java.util.Optional;

/**
 * The values of an annotation, read from a class file.
 *
 * @param elements its elements, but for those that have their defaults
 */
public record DeclaredAnnotation(List<AnnotationElement> elements) {
    /**
     * Finds an annotation among others.
     *
     * @param annotations what stands at some place
     * @param type the annotation's class
     * @return its values, or empty if it isn't there
     */
    public static Optional<DeclaredAnnotation> find(List<Annotation> annotations, Class<?> type) {
        var descriptor = type.descriptorString();
        return annotations.stream()
                .filter(annotation -> annotation.className().equalsString(descriptor))
                .findFirst()
                .map(annotation -> new DeclaredAnnotation(annotation.elements()));
    }

    /**
     * Returns a string.
     *
     * @param name the element
     * @param fallback its default
     * @return the value
     */
    public String string(String name, String fallback) {
        return value(name)
                .map(value -> ((AnnotationValue.OfString) value).stringValue())
                .orElse(fallback);
    }

    int integer(String name, int fallback) {
        return value(name)
                .map(value -> ((AnnotationValue.OfInt) value).intValue())
                .orElse(fallback);
    }

    boolean bool(String name) {
        return value(name)
                .map(value -> ((AnnotationValue.OfBoolean) value).booleanValue())
                .orElse(false);
    }

    <E extends Enum<E>> E constant(String name, E fallback) {
        return value(name)
                .map(value -> ((AnnotationValue.OfEnum) value).constantName())
                .map(Utf8Entry::stringValue)
                .map(constant -> Enum.valueOf(fallback.getDeclaringClass(), constant))
                .orElse(fallback);
    }

    /**
     * Returns strings.
     *
     * @param name the element, whose default is none
     * @return the values
     */
    public List<String> strings(String name) {
        return array(name).stream()
                .map(value -> ((AnnotationValue.OfString) value).stringValue())
                .toList();
    }

    /**
     * Returns an enum's constants.
     *
     * @param name the element, whose default is none
     * @param type the enum
     * @return the values
     * @throws IllegalArgumentException if the enum has no such constant
     */
    public <E extends Enum<E>> List<E> constants(String name, Class<E> type) {
        return array(name).stream()
                .map(value -> ((AnnotationValue.OfEnum) value).constantName().stringValue())
                .map(constant -> Enum.valueOf(type, constant))
                .toList();
    }

    List<DeclaredAnnotation> annotations(String name) {
        return array(name).stream()
                .map(value -> ((AnnotationValue.OfAnnotation) value).annotation())
                .map(annotation -> new DeclaredAnnotation(annotation.elements()))
                .toList();
    }

    private List<AnnotationValue> array(String name) {
        return value(name)
                .map(value -> ((AnnotationValue.OfArray) value).values())
                .orElse(List.of());
    }

    private Optional<AnnotationValue> value(String name) {
        return elements.stream()
                .filter(element -> element.name().equalsString(name))
                .findFirst()
                .map(AnnotationElement::value);
    }
}
