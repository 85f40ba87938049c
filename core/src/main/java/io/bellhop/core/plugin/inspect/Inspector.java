package io.bellhop.core.plugin.inspect;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.ZipException;

/** Checks a JAR without running any of it. */
public final class Inspector {
    private final PrivateCopies copies;
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
        var sha256 = sha256(copy);
        checkPin(descriptor.id(), sha256);
        var declarations = new ClassScan(jar, descriptor).scan();
        return new Blueprint(descriptor, declarations, MigrationReader.read(jar), file, copy, sha256);
    }

    private void checkPin(String id, String sha256) {
        var pinned = pins.apply(id);
        if (pinned.isPresent() && !pinned.get().toLowerCase(Locale.ROOT).equals(sha256)) {
            throw new PluginRefused("Its SHA-256 is %s, but plugins.%s.sha256 demands another. ".formatted(sha256, id)
                    + "If you trust this file, change the setting.");
        }
    }

    private static String sha256(Path copy) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(copy), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
