package io.bellhop.core.app;

import io.bellhop.api.error.BellhopException;
import io.bellhop.core.backup.BackupOptions;
import io.bellhop.core.backup.Backups;
import io.bellhop.core.backup.Restore;
import io.bellhop.core.chat.Sizes;
import io.bellhop.core.storage.Databases;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;

/** The sub-commands {@code backup} and {@code restore}. */
final class Saving {
    private Saving() {}

    /** Saves a home, whether its bot runs or not; prints where. */
    static int backup(Options options) throws StartRefused {
        var target =
                options.arguments().isEmpty() ? null : path(options.arguments().getFirst());
        var home = new Home(options.home());
        if (Files.notExists(home.config())) {
            throw StartRefused.failed("there is no bellhop.yaml in " + home.folder() + "; name the bot's --home");
        }
        try {
            Databases.useLibraryIn(home.data());
            var saved = new Backups(what(options), Clock.systemUTC()).save(target, (done, of) -> {});
            System.out.println(saved.file());
            System.err.printf(
                    "bellhop: saved %d files, %s. It holds your secrets: keep it where only you can read it.%n",
                    saved.files(), Sizes.format(saved.bytes()));
            return 0;
        } catch (BellhopException e) {
            throw StartRefused.failed(e.getMessage());
        }
    }

    /** Restores a home whose bot does not run. */
    static int restore(Options options) throws StartRefused {
        var file = path(options.arguments().getFirst());
        if (Files.notExists(file)) {
            throw StartRefused.failed("There is no file " + file + ".");
        }
        var home = Home.openEmpty(options.home());
        try (var _ = HomeLock.take(home)) {
            var restored = new Restore(what(options), Clock.systemUTC()).from(file);
            System.out.printf(
                    "restored %d files, saved at %s by Bellhop %s%nwhat was there before is in %s; delete it when you no longer need it%n",
                    restored.files(), restored.made(), restored.version(), restored.before());
            restored.formerHead().ifPresent(Saving::printFormerHead);
            return 0;
        } catch (BellhopException e) {
            throw StartRefused.failed(e.getMessage());
        }
    }

    private static void printFormerHead(Path kept) {
        System.out.printf("the audit ends where it ended then; the head that was noted since is kept in %s%n", kept);
    }

    private static BackupOptions what(Options options) {
        return new BackupOptions(options.home(), Version.current());
    }

    private static Path path(String word) throws StartRefused {
        try {
            return Path.of(word).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw StartRefused.wrong("no path: " + e.getMessage());
        }
    }
}
