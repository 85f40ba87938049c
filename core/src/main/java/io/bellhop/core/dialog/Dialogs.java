package io.bellhop.core.dialog;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.plugin.Registration;
import io.bellhop.core.event.Time;
import io.bellhop.core.people.Belongings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The open dialogs: one at most for a user in a channel. Looked at whenever somebody says something, so all are in
 * memory. Safe for use from any thread.
 */
@Singleton
public final class Dialogs implements Belongings {
    private static final int MOST = 10_000;

    private final Time time;
    private final Epilogue epilogue;
    private final DialogStore store;
    private final Map<Place, Open> open = new LinkedHashMap<>();
    private volatile boolean none = true;

    @Inject
    Dialogs(Time time, Epilogue epilogue, DialogStore store) {
        this.time = time;
        this.epilogue = epilogue;
        this.store = store;
    }

    private record Place(UserId user, ChannelId channel) {
        private static Place of(Dialog dialog) {
            return new Place(dialog.user(), dialog.channel());
        }
    }

    private record Open(Dialog dialog, Registration timer) {}

    /** Opens again what was open when the bot ended; to what has ended meanwhile it says so. */
    public void restore() {
        var now = time.clock().instant();
        for (var dialog : store.all()) {
            if (dialog.until().isAfter(now)) {
                put(dialog);
            } else {
                store.drop(dialog);
                epilogue.unanswered(dialog);
            }
        }
    }

    /**
     * Opens a dialog, in place of the one that its user has in its channel.
     *
     * @param dialog the dialog
     */
    public void open(Dialog dialog) {
        var before = find(dialog.user(), dialog.channel());
        put(dialog);
        if (before != null && dialog.secret()) {
            store.drop(before); // which the new one does not take the place of there
        }
        keep(dialog);
    }

    private void keep(Dialog dialog) {
        if (!dialog.secret()) {
            store.keep(dialog);
        }
    }

    /** Waits no longer than the question said, however the clock has jumped since. */
    private void put(Dialog dialog) {
        var left = Duration.between(time.clock().instant(), dialog.until());
        var wait = left.compareTo(dialog.patience()) < 0 ? left : dialog.patience();
        var timer = time.after(wait, () -> expire(dialog));
        synchronized (this) {
            remove(Place.of(dialog));
            open.put(Place.of(dialog), new Open(dialog, timer));
            none = false;
            if (open.size() > MOST) {
                open.values().stream().findFirst().ifPresent(oldest -> close(oldest.dialog()));
            }
        }
    }

    /**
     * Notes which message asks.
     *
     * @param dialog the dialog, which may have ended
     * @param question the message
     */
    public synchronized void asked(Dialog dialog, MessageId question) {
        var found = open.get(Place.of(dialog));
        if (found != null && isSame(found.dialog(), dialog)) {
            var asked = found.dialog().asked(question);
            open.put(Place.of(dialog), new Open(asked, found.timer()));
            keep(asked);
        }
    }

    /**
     * Finds what someone was asked somewhere.
     *
     * @param user who
     * @param channel where
     * @return the dialog, or null
     */
    public @Nullable Dialog find(UserId user, ChannelId channel) {
        return none ? null : findAny(new Place(user, channel));
    }

    /**
     * Ends a dialog.
     *
     * @param dialog the dialog
     * @return false if it has ended already
     */
    public synchronized boolean close(Dialog dialog) {
        var place = Place.of(dialog);
        var found = open.get(place);
        boolean isOpen = found != null && isSame(found.dialog(), dialog);
        if (isOpen) {
            remove(place);
            store.drop(dialog);
        }
        return isOpen;
    }

    /**
     * Asks again after a wrong answer, unless that was one too many: then it ends the dialog.
     *
     * @param dialog the dialog
     * @return false if it has ended
     */
    public boolean insist(Dialog dialog) {
        boolean goesOn = close(dialog) && !dialog.isLastAttempt();
        if (goesOn) {
            open(dialog.again(time.clock().instant()));
        }
        return goesOn;
    }

    /**
     * Lists what someone was asked.
     *
     * @param user who
     * @return their dialogs in all channels
     */
    public synchronized List<Dialog> of(UserId user) {
        return open.values().stream()
                .map(Open::dialog)
                .filter(dialog -> dialog.user().equals(user))
                .toList();
    }

    @Override
    public String name() {
        return "dialogs";
    }

    @Override
    public Map<String, ?> export(UserId user) {
        var theirs = of(user).stream().map(Dialogs::told).toList();
        return theirs.isEmpty() ? Map.of() : Map.of("open questions", theirs);
    }

    @Override
    public List<String> forget(UserId user) {
        var theirs = of(user);
        theirs.forEach(this::close);
        theirs.forEach(dialog -> store.drop(dialog).toCompletableFuture().join());
        return theirs.isEmpty() ? List.of() : List.of("open questions (" + theirs.size() + ")");
    }

    private static Map<String, String> told(Dialog dialog) {
        return Map.of(
                "channel", dialog.channel().id(),
                "question", dialog.prompt(),
                "command", dialog.line(),
                "until", dialog.until().toString());
    }

    private void expire(Dialog dialog) {
        var last = Optional.ofNullable(find(dialog.user(), dialog.channel()));
        if (close(dialog)) {
            last.ifPresent(epilogue::unanswered);
        }
    }

    private synchronized @Nullable Dialog findAny(Place place) {
        var found = open.get(place);
        return found == null ? null : found.dialog();
    }

    private void remove(Place place) {
        var removed = open.remove(place);
        none = open.isEmpty();
        if (removed != null) {
            removed.timer().cancel();
        }
    }

    /** The same question, though it may have been told since which message asks it. */
    private static boolean isSame(Dialog one, Dialog other) {
        return one.ref().equals(other.ref()) && one.attempts() == other.attempts();
    }
}
