package io.bellhop.core.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Why Bellhop does not start. The message says what to do, and is all that the caller sees. */
public final class StartRefused extends Exception {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    private StartRefused(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /** Wrong usage or configuration: exit code 2. */
    public static StartRefused wrong(String message) {
        return new StartRefused(message, 2);
    }

    /** Anything else: exit code 1. */
    public static StartRefused failed(String message) {
        return new StartRefused(message, 1);
    }

    /** A file or folder that can't be read or written as the bot must: exit code 1. */
    static StartRefused unusable(Path path, IOException cause) {
        var reason = switch (cause) {
            case AccessDeniedException denied -> "access denied to " + denied.getFile();
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case FileAlreadyExistsException file -> file.getFile() + " is no folder";
            default -> cause.getMessage();
        };
        var refused = failed(path + " can't be used: " + reason + "; mend that, or name another --home");
        refused.initCause(cause);
        return refused;
    }

    /** What the process ends with. */
    public int exitCode() {
        return exitCode;
    }
}
