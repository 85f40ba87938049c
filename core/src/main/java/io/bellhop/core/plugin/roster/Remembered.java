package io.bellhop.core.plugin.roster;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/** The small file that remembers which plugins are disabled or quarantined. Used by the lifecycle thread alone. */
public final class Remembered {
    private static final String DISABLED = "disabled.";
    private static final String QUARANTINED = "quarantined.";

    private final Path file;
    private final Properties entries = new Properties();

    public Remembered(Path file) {
        this.file = file;
    }

    /** Reads the file, if there is one. */
    public void read() throws IOException {
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                entries.load(reader);
            }
        }
    }

    boolean isDisabled(String id) {
        return entries.containsKey(DISABLED + id);
    }

    /** Returns why a plugin is quarantined, if it is. */
    Optional<String> quarantine(String id) {
        return Optional.ofNullable(entries.getProperty(QUARANTINED + id));
    }

    /** Remembers that the owner disabled a plugin. */
    public void disable(String id) {
        entries.setProperty(DISABLED + id, "true");
        write();
    }

    /** Remembers that a plugin kept failing, and how. */
    public void quarantine(String id, String reason) {
        entries.setProperty(QUARANTINED + id, reason);
        write();
    }

    /** Forgets all that holds a plugin back. */
    public void enable(String id) {
        forget(DISABLED + id);
        release(id);
    }

    /** Ends a quarantine. */
    public void release(String id) {
        forget(QUARANTINED + id);
    }

    private void forget(String entry) {
        if (entries.remove(entry) != null) {
            write();
        }
    }

    /** Writes beside the file and then moves, so that a crash leaves the old one or the new one. */
    private void write() {
        try {
            var text = new StringWriter();
            entries.store(text, "Plugins that the owner disabled, and those that kept failing. Written by the bot.");
            Files.createDirectories(file.toAbsolutePath().getParent());
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, text.toString());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("what is disabled can't be remembered", e);
        }
    }
}
