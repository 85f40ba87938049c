package io.bellhop.core.plugin.run;

import io.bellhop.api.plugin.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a plugin has registered. Once closed, what still comes is cancelled at once. Safe for use from any thread. */
final class Registrations {
    private final List<Registration> registrations = new ArrayList<>();
    private boolean closed;

    void add(Registration registration) {
        synchronized (registrations) {
            if (!closed) {
                registrations.add(registration);
                return;
            }
        }
        registration.cancel();
    }

    void close() {
        close(Registration::cancel);
    }

    /** Closes in a way that may do more than cancel, such as bear that one fails. */
    void close(Consumer<Registration> end) {
        List<Registration> open;
        synchronized (registrations) {
            closed = true;
            open = List.copyOf(registrations);
            registrations.clear();
        }
        open.forEach(end);
    }
}
