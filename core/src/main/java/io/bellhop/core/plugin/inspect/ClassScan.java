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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;

/** Finds the classes that mean something to the bot, by reading class files. None of them is loaded. */
final class ClassScan {
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
    private boolean connects;

    ClassScan(JarContents jar, Descriptor descriptor) {
        this.jar = jar;
        this.descriptor = descriptor;
    }

    /** Looks at those classes of the JAR that name the API's annotations. */
    Declarations scan(List<JarEntry> marked) throws IOException {
        for (var entry : marked) {
            look(new PluginClass(parse(jar.read(entry), entry.getName())));
        }
        if (classes.isEmpty()) {
            throw new PluginRefused("None of its classes bears @ChatPlugin, so there is nothing to run.");
        }
        return new Declarations(classes, joined(), configurations, chatSettings, settings, services, uses, connects);
    }

    private void look(PluginClass found) {
        if (found.bears("ChatPlugin")) {
            found.requireRunnable();
            classes.add(found.name());
            uses.addAll(found.uses());
            connects |= found.isConnector();
            commands.addAll(found.commands(descriptor, this::find));
            suggesters.addAll(found.suggesters());
        }
        if (found.bears("Config")) {
            found.requireRecord("Config");
            configurations.add(found.name());
            settings.addAll(found.settings(this::find));
        }
        if (found.bears("Settings")) {
            found.requireRecord("Settings");
            chatSettings.add(found.name());
            settings.addAll(found.settings(this::find));
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
