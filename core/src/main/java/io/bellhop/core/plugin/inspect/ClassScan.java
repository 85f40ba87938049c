package io.bellhop.core.plugin.inspect;

import io.bellhop.api.chat.Capability;
import io.bellhop.core.command.declare.CommandDeclaration;
import io.bellhop.core.command.declare.DeclarationException;
import io.bellhop.core.command.declare.Suggester;
import io.bellhop.core.command.declare.Translation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the classes that mean something to the bot, by reading class files. None of them is loaded. */
final class ClassScan {
    private static final String MARK = "Lio/bellhop/api/plugin/";

    private final JarContents jar;
    private final Descriptor descriptor;
    private final List<String> classes = new ArrayList<>();
    private final List<CommandDeclaration> commands = new ArrayList<>();
    private final List<Suggester> suggesters = new ArrayList<>();
    private final List<String> configurations = new ArrayList<>();
    private final List<String> chatSettings = new ArrayList<>();
    private final List<DeclaredSetting> settings = new ArrayList<>();
    private final List<String> services = new ArrayList<>();
    private final Set<Capability> uses = EnumSet.noneOf(Capability.class);

    ClassScan(JarContents jar, Descriptor descriptor) {
        this.jar = jar;
        this.descriptor = descriptor;
    }

    Declarations scan() throws IOException {
        for (var entry : jar.classes()) {
            var bytes = jar.read(entry);
            // a library's classes name none of the annotations, so that parsing them would be waste
            if (new String(bytes, StandardCharsets.ISO_8859_1).contains(MARK)) {
                look(new PluginClass(parse(bytes, entry.getName())));
            }
        }
        if (classes.isEmpty()) {
            throw new PluginRefused("None of its classes bears @ChatPlugin, so there is nothing to run.");
        }
        return new Declarations(classes, joined(), configurations, chatSettings, settings, services, uses);
    }

    private void look(PluginClass found) {
        if (found.bears("ChatPlugin")) {
            found.requireRunnable();
            classes.add(found.name());
            uses.addAll(found.uses());
            commands.addAll(found.commands(descriptor, this::find));
            suggesters.addAll(found.suggesters());
        }
        if (found.bears("Config")) {
            found.requireRecord("Config");
            configurations.add(found.name());
            settings.addAll(found.settings());
        }
        if (found.bears("Settings")) {
            found.requireRecord("Settings");
            chatSettings.add(found.name());
            settings.addAll(found.settings());
        }
        if (found.bears("Service")) {
            found.requireService(descriptor.exports());
            services.add(found.name());
        }
    }

    private List<CommandDeclaration> joined() throws IOException {
        try {
            return Translation.join(Suggester.join(commands, suggesters), MessageReader.read(jar));
        } catch (DeclarationException e) {
            throw new PluginRefused(String.valueOf(e.getMessage()), e);
        }
    }

    private Optional<ClassModel> find(String internalName) {
        try {
            return jar.find(internalName).map(bytes -> parse(bytes, internalName));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassModel parse(byte[] bytes, String name) {
        ClassModel model;
        try {
            model = ClassFile.of().parse(bytes);
        } catch (IllegalArgumentException e) {
            throw new PluginRefused("Its class file %s is damaged.".formatted(name), e);
        }
        if (model.majorVersion() > ClassFile.latestMajorVersion()) {
            throw new PluginRefused("Its class file %s was compiled for Java %d, and this is Java %d."
                    .formatted(name, model.majorVersion() - 44, ClassFile.latestMajorVersion() - 44));
        }
        return model;
    }
}
