package io.bellhop.core.plugin.inspect;

import io.bellhop.api.plugin.Setting;
import io.bellhop.core.command.declare.DeclaredAnnotation;
import io.bellhop.core.config.KebabCase;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.Signature;
import java.lang.classfile.Signature.ClassTypeSig;
import java.lang.classfile.Signature.TypeArg;
import java.lang.classfile.attribute.RecordAttribute;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.lang.classfile.attribute.SignatureAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads which settings a record declares, with those of the records inside it. */
final class SettingReader {
    /** More is no configuration, but a JAR that wants to keep the bot busy. */
    private static final int MOST = 500;

    private static final int DEEPEST = 8;

    private final Function<String, Optional<ClassModel>> classes;
    private final List<DeclaredSetting> settings = new ArrayList<>();

    private SettingReader(Function<String, Optional<ClassModel>> classes) {
        this.classes = classes;
    }

    static List<DeclaredSetting> read(ClassModel type, Function<String, Optional<ClassModel>> classes) {
        var reader = new SettingReader(classes);
        reader.read(type, "", 0);
        return reader.settings;
    }

    private void read(ClassModel type, String prefix, int depth) {
        for (var component : components(type)) {
            if (settings.size() < MOST) {
                var setting = setting(component, prefix);
                settings.add(setting);
                inside(signature(component), setting.key(), depth);
            }
        }
    }

    private void inside(Signature signature, String key, int depth) {
        if (depth < DEEPEST && signature instanceof ClassTypeSig type) {
            switch (type.className()) {
                case "java/util/Optional" -> argument(type, 0, key, depth);
                case "java/util/List" -> argument(type, 0, key + "[]", depth);
                case "java/util/Map" -> argument(type, 1, key + ".NAME", depth);
                default -> classes.apply(type.className()).ifPresent(found -> read(found, key + ".", depth + 1));
            }
        }
    }

    private void argument(ClassTypeSig type, int index, String key, int depth) {
        if (index < type.typeArgs().size() && type.typeArgs().get(index) instanceof TypeArg.Bounded argument) {
            inside(argument.boundType(), key, depth + 1);
        }
    }

    private static DeclaredSetting setting(RecordComponentInfo component, String prefix) {
        var setting = DeclaredAnnotation.find(PluginClass.annotations(component), Setting.class)
                .orElseGet(() -> new DeclaredAnnotation(List.of()));
        return new DeclaredSetting(
                prefix + KebabCase.of(component.name().stringValue()),
                setting.string("help", ""),
                String.join(", ", setting.strings("orElse")));
    }

    private static Signature signature(RecordComponentInfo component) {
        return component
                .findAttribute(Attributes.signature())
                .map(SignatureAttribute::asTypeSignature)
                .orElseGet(() -> Signature.of(component.descriptorSymbol()));
    }

    private static List<RecordComponentInfo> components(ClassModel type) {
        return type.findAttribute(Attributes.record())
                .map(RecordAttribute::components)
                .orElse(List.of());
    }
}
