package io.bellhop.core.discord.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Health;
import io.bellhop.api.plugin.Secret;
import io.bellhop.core.discord.link.option.LinkOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthFileTest {
    @TempDir
    private Path data;

    @Test
    void isWholeWheneverSomeoneReadsIt() throws Exception {
        var link = LinkOptions.of(new Secret("token")).in(data);
        var file = link.health().orElseThrow();
        var health = Health.well().with("shards", "1 of 1 up");
        HealthFile.write(link, health);

        var writing = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 500; i++) {
                HealthFile.write(link, health);
            }
        });
        while (!writing.isDone()) {
            assertThat(Files.readAllLines(file)).containsExactly("shards 1 of 1 up");
        }
        writing.join();
    }
}
