package io.bellhop.plugins.irc.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Attachment;
import io.bellhop.plugins.irc.config.LinksConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class LinksTest {
    @AutoClose
    private final HttpClient client = HttpClient.newHttpClient();

    private Instant now = Instant.EPOCH;

    @AutoClose
    private final Links links = open();

    private Links open() {
        try {
            var config =
                    new LinksConfig("127.0.0.1", 0, URI.create("https://files.test/bot/"), Duration.ofHours(1), 1, 2);
            return Links.open(config, () -> now);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private URI offer(String name, int size) throws IOException {
        return links.offer(Attachment.of(name, new byte[size])).orElseThrow();
    }

    private HttpResponse<String> fetch(String path, String method) throws Exception {
        var address = URI.create("http://127.0.0.1:" + links.port() + path);
        return client.send(
                HttpRequest.newBuilder(address)
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void handOutFilesThatNoBrowserRuns() throws Exception {
        var link = links.offer(Attachment.of("p\"l\r\not.html", "<script>")).orElseThrow();
        assertThat(link.toString()).matches("https://files.test/bot/[A-Za-z0-9_-]{24}/p_l__ot.html");
        var answer = fetch(link.getPath(), "GET");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("<script>");
        var headers = answer.headers();
        assertThat(headers.firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Content-Disposition")).hasValue("attachment; filename=\"p_l__ot.html\"");
    }

    @Test
    void areForgottenInTime() throws Exception {
        var link = offer("x", 5);
        now = now.plus(Duration.ofHours(1));
        assertThat(fetch(link.getPath(), "GET").statusCode()).isEqualTo(404);
    }

    @Test
    void serveOthersWhileSomeAreSlowAndSendAwayWhomTheyCanNotServe() throws Exception {
        var link = offer("x", 5);
        try (var slow = new Slow(links.port())) {
            slow.come(Visitors.MOST - 1);
            assertThat(fetch(link.getPath(), "GET").statusCode()).isEqualTo(200);
            while (!slow.isSentAway()) {
                slow.come(1);
            }
        }
    }

    /** People who begin to ask for something, and don't come to the end. */
    private static final class Slow implements AutoCloseable {
        private final List<Socket> all = new ArrayList<>();
        private final int port;

        Slow(int port) {
            this.port = port;
        }

        void come(int count) throws IOException {
            for (int i = 0; i < count; i++) {
                var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                all.add(socket);
                socket.getOutputStream().write("GET /".getBytes(StandardCharsets.US_ASCII));
            }
        }

        /** Waits for a moment whether the last to come is let in. */
        boolean isSentAway() throws IOException {
            all.getLast().setSoTimeout(100);
            try {
                return all.getLast().getInputStream().read() < 0;
            } catch (SocketTimeoutException _) {
                return false;
            } catch (SocketException _) {
                return true; // what they said was not read any more
            }
        }

        @Override
        public void close() throws IOException {
            for (var socket : all) {
                socket.close();
            }
        }
    }

    @Test
    void answerNobodyWhoGuesses() throws Exception {
        offer("x", 5);
        for (var path : new String[] {"/", "/x", "//x", "/a/x", "/../x", "/%2e%2e/x"}) {
            assertThat(fetch(path, "GET").statusCode()).as(path).isEqualTo(404);
        }
        assertThat(fetch(offer("y", 1).getPath(), "POST").statusCode()).isEqualTo(404);
        assertThat(fetch(offer("y", 1).getPath(), "HEAD").statusCode()).isEqualTo(200);
    }

    @Test
    void keepNoMoreThanTheyMay() throws Exception {
        assertThat(links.offer(Attachment.of("big", new byte[1025]))).isEmpty();
        var first = offer("1", 1024);
        var second = offer("2", 1024);
        assertThat(fetch(first.getPath(), "GET").statusCode()).isEqualTo(200);
        offer("3", 1024);
        assertThat(fetch(first.getPath(), "GET").statusCode()).isEqualTo(404);
        assertThat(fetch(second.getPath(), "GET").statusCode()).isEqualTo(200);
    }
}
