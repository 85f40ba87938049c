package io.bellhop.core.backup;

import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Why a home was not saved or restored, in a sentence. */
final class BackupFailure {
    private BackupFailure() {}

    static BellhopException refused(String message) {
        return BellhopException.user("backup.refused", message);
    }

    static BellhopException foreign(Path file, String why) {
        return refused("%s is no backup of Bellhop's: %s. Nothing was changed.".formatted(file.getFileName(), why));
    }

    static BellhopException failed(String what, IOException cause) {
        var reason = switch (cause) {
            case AccessDeniedException denied ->
                "access denied to " + Path.of(denied.getFile()).getFileName();
            case FileSystemException failure when failure.getReason() != null -> failure.getReason();
            default -> cause.getClass().getSimpleName() + ", the log says more";
        };
        return new BellhopException(ErrorKind.INTERNAL, "backup.failed", what + ": " + reason + ".", cause);
    }
}
