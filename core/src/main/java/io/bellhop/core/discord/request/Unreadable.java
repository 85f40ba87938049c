package io.bellhop.core.discord.request;

import io.bellhop.api.chat.Attachment;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;

/** A file can't be read to its end, or has more bytes than it said: Discord was never asked to take it. */
public final class Unreadable extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Attachment file;

    private Unreadable(Attachment file, String message) {
        super(message); // with no cause, not even null, for JDA puts one of its own there
        this.file = file;
    }

    public static Unreadable of(Attachment file, Exception why) {
        var unreadable = new Unreadable(file, "The file can't be read.");
        unreadable.addSuppressed(why);
        return unreadable;
    }

    public static Unreadable tooLarge(Attachment file) {
        return new Unreadable(file, "The file is larger than it was said to be, and larger than Discord takes.");
    }

    /** Returns the file that a request failed for, if it was that. */
    public static Optional<Attachment> in(Throwable failure) {
        return switch (failure) {
            case CompletionException wrapped when wrapped.getCause() != null -> in(wrapped.getCause());
            case ErrorResponseException answer
            when answer.getCause() instanceof Unreadable bad -> Optional.of(bad.file);
            default -> Optional.empty();
        };
    }
}
