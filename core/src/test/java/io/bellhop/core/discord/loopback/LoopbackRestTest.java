package io.bellhop.core.discord.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LoopbackRestTest {
    @Test
    void closesThoughAnAnswerIsHeldBack() throws Exception {
        var rest = new LoopbackRest();
        rest.answerLater("GET", "gateway/bot", new CompletableFuture<>());
        var request = HttpRequest.newBuilder(URI.create(rest.url() + "gateway/bot"))
                .header("Authorization", "Bot " + LoopbackRest.TOKEN)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var _ = client.sendAsync(request, BodyHandlers.discarding());
            rest.requests().take();

            var closing = Thread.ofVirtual().start(rest::close);

            assertThat(closing.join(Duration.ofSeconds(10))).isTrue();
        }
    }
}
