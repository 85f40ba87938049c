package io.bellhop.core.command;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.event.Time;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The command lines that lack only a code block, for two minutes: the user's next block completes theirs. */
@Singleton
final class PendingCode {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MOST = 1000;

    private final Time time;
    private final Map<Place, Line> lines = new LinkedHashMap<>();
    private volatile boolean none = true;

    @Inject
    PendingCode(Time time) {
        this.time = time;
    }

    private record Place(UserId user, ChannelId channel) {}

    private record Line(String line, long until) {}

    synchronized void put(UserId user, ChannelId channel, String line) {
        var place = new Place(user, channel);
        lines.remove(place);
        lines.put(place, new Line(line, time.nanos() + PATIENCE.toNanos()));
        if (lines.size() > MOST) {
            Iterator<Place> oldest = lines.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        none = false;
    }

    /** Takes the line that a user left in a channel, or null. */
    @Nullable
    String take(UserId user, ChannelId channel) {
        return none ? null : takeAny(new Place(user, channel));
    }

    private synchronized @Nullable String takeAny(Place place) {
        var line = lines.remove(place);
        none = lines.isEmpty();
        return line == null || line.until() - time.nanos() < 0 ? null : line.line();
    }
}
