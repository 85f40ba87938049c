package io.bellhop.plugins.irc.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/** The threads of the networks that tests call {@code test}. */
final class NetworkThreads {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private NetworkThreads() {}

    /** Checks that they end, for which a network that is stopped waits no longer than a moment. */
    static void end() throws InterruptedException {
        for (var thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("irc-test")) {
                assertThat(thread.join(PATIENCE)).as(thread.getName() + " ends").isTrue();
            }
        }
    }
}
