package io.bellhop.plugins.code.engine.piston;

import io.bellhop.api.plugin.Registration;
import io.bellhop.api.plugin.Scheduler;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at a server now and then, and sooner when it failed. Safe for use from any thread. */
final class Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final Server server;
    private final Scheduler scheduler;
    private final Duration check;
    private final Runnable changed;
    private Registration next = () -> {};

    /**
     * Makes a watch, which looks only when it is told to first.
     *
     * @param server what to look at
     * @param scheduler tells when
     * @param check the pause from one look to the next
     * @param changed is called when it may have changed what can be run
     */
    Watch(Server server, Scheduler scheduler, Duration check, Runnable changed) {
        this.server = server;
        this.scheduler = scheduler;
        this.check = check;
        this.changed = changed;
    }

    /** Looks at the server, and will look again. Blocks until it answers, or could have. */
    void look() {
        var pause = check;
        try {
            var wasWell = server.circuit().isClosed();
            server.look();
            if (!wasWell) {
                LOG.info("The Piston server {} is well", server.name());
            }
        } catch (ServerFailure e) {
            pause = note(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the plugin is unloaded
            return;
        }
        lookAfter(pause);
        changed.run();
    }

    /** Hears that the server failed a job. */
    void failed(ServerFailure failure) {
        if (failure.kind() != ServerFailure.Kind.LACKING) {
            lookAfter(note(failure));
        }
        changed.run();
    }

    private Duration note(ServerFailure failure) {
        var known = server.circuit().trouble();
        var pause = server.circuit().failed(failure);
        if (!known.equals(Optional.of(failure.getMessage()))) {
            LOG.warn("The Piston server {} {}", server.name(), failure.getMessage());
        }
        return pause.orElse(check);
    }

    private synchronized void lookAfter(Duration pause) {
        next.cancel();
        next = scheduler.after(pause, this::look);
    }
}
