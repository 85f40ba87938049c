package io.bellhop.core.plugin.inspect;

import io.bellhop.core.config.ConfigurationException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.ZipException;

/** Checks a JAR without running any of it. */
public final class Inspector {
    private final PrivateCopies copies;
    private final MarkedClasses marked;
    private final DescriptorReader descriptors;
    private final Function<String, Optional<String>> pins;

    /**
     * Makes an inspector.
     *
     * @param copies keeps what is inspected
     * @param apiVersion the version of the plugin API that this bot has
     * @param pins finds the hash that the owner demands of a plugin, by its id
     */
    public Inspector(PrivateCopies copies, String apiVersion, Function<String, Optional<String>> pins) {
        this.copies = copies;
        this.marked = new MarkedClasses(copies.folder());
        this.descriptors = new DescriptorReader(apiVersion);
        this.pins = pins;
    }

    /**
     * Copies a JAR and reads the copy.
     *
     * @param file where the owner put it
     * @return what it says of itself; its copy is the caller's to drop
     * @throws PluginRefused if it can't be a plugin of this bot; no copy stays
     */
    public Blueprint inspect(Path file) {
        var copy = copy(file);
        boolean sound = false;
        try (var jar = JarContents.open(copy)) {
            var blueprint = read(jar, file, copy);
            sound = true;
            return blueprint;
        } catch (ZipException e) {
            throw new PluginRefused("It is not a JAR, or only half of one: copy it again.", e);
        } catch (SecurityException e) {
            throw new PluginRefused("Its signature is bad: it was changed after it was signed. Get it again.", e);
        } catch (PluginRefused e) {
            throw e;
        } catch (ConfigurationException e) {
            throw new PluginRefused("Its configuration is wrong: " + e.told(), e);
        } catch (IOException | RuntimeException e) { // bytes without sense break their readers in many ways
            throw new PluginRefused("It can't be read to its end: it is damaged. Copy it again.", e);
        } finally {
            if (!sound) {
                copies.drop(copy);
            }
        }
    }

    private Path copy(Path file) {
        try {
            return copies.take(file);
        } catch (NoSuchFileException e) {
            throw new PluginRefused("There is no such file.", e);
        } catch (IOException e) {
            throw new PluginRefused("It can't be copied: may the bot read it, and is there room on the disk?", e);
        }
    }

    private Blueprint read(JarContents jar, Path file, Path copy) throws IOException {
        jar.checkSignature();
        var descriptor = descriptors.read(jar.manifest());
        checkPin(descriptor.id(), copy);
        var declarations = new ClassScan(jar, descriptor).scan(marked.in(jar, file));
        return new Blueprint(descriptor, declarations, MigrationReader.read(jar), file, copy);
    }

    private void checkPin(String id, Path copy) throws IOException {
        var pinned = pins.apply(id);
        if (pinned.isEmpty()) {
            return;
        }
        var sha256 = Sha256.of(copy);
        if (!pinned.get().toLowerCase(Locale.ROOT).equals(sha256)) {
            throw new PluginRefused("Its SHA-256 is %s, but plugins.%s.sha256 demands another. ".formatted(sha256, id)
                    + "If you trust this file, change the setting.");
        }
    }
}
