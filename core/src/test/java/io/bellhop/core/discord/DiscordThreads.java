package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

/** The threads of the connector and of JDA; OkHttp's are the process's own and end by themselves. */
final class DiscordThreads {
    private DiscordThreads() {}

    static void assertNone() throws InterruptedException {
        for (var thread : alive()) {
            assertThat(thread.join(Duration.ofSeconds(2))).as(thread.getName()).isTrue();
        }
    }

    private static List<Thread> alive() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("discord-")
                        || thread.getName().startsWith("JDA"))
                .toList();
    }
}
