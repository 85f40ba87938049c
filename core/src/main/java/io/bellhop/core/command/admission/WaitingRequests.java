package io.bellhop.core.command.admission;

import io.bellhop.api.chat.MessageId;
import io.bellhop.core.command.reply.Request;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The requests that wait for their plugin, bounded. Each is taken by one. Safe for use from any thread. */
@Singleton
final class WaitingRequests {
    private static final int MOST = 10_000;

    private final Set<Request> requests = ConcurrentHashMap.newKeySet();

    @Inject
    WaitingRequests() {}

    /** Adds a request; tells whether there was room. */
    boolean add(Request request) {
        return requests.size() < MOST && requests.add(request);
    }

    /** Takes a request to go on with it; false if another has. */
    boolean take(Request request) {
        return requests.remove(request);
    }

    /** Drops what a message asked for. */
    void withdraw(MessageId message) {
        for (var request : requests) {
            if (request.message().id().equals(message) && take(request)) {
                request.answered().complete(null);
            }
        }
    }
}
