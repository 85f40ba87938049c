package io.bellhop.core.discord.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import net.dv8tion.jda.api.entities.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that stand on a server which, as Discord's, lets no nameless Java program in. */
class DiscordAttachmentTest {
    private static final byte[] CONTENT = "forty-two".getBytes(StandardCharsets.UTF_8);

    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", DiscordAttachmentTest::serve);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void areRead() throws Exception {
        try (var in = file("a.txt").open()) {
            assertThat(in.readAllBytes()).isEqualTo(CONTENT);
        }
    }

    @Test
    void failWithoutTheirSecretAddressWhenTheyAreGone() {
        assertThatThrownBy(file("gone.txt")::open)
                .isInstanceOf(IOException.class)
                .hasMessage("Discord did not hand out the file.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/hostname", "jar:file:///a.jar!/b", "no address", "/etc/hostname"})
    void areReadFromTheWebOnly(String address) {
        assertThatThrownBy(at(address)::open)
                .isInstanceOf(IOException.class)
                .hasMessage("Discord did not hand out the file.");
    }

    private static void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean isNameless =
                    exchange.getRequestHeaders().getFirst("User-Agent").startsWith("Java/");
            boolean isThere = exchange.getRequestURI().getPath().equals("/a.txt");
            exchange.sendResponseHeaders(isNameless ? 403 : isThere ? 200 : 404, CONTENT.length);
            exchange.getResponseBody().write(CONTENT);
        }
    }

    private DiscordAttachment file(String name) {
        return at("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name);
    }

    private static DiscordAttachment at(String address) {
        return new DiscordAttachment(new Message.Attachment(
                1, address, address, "a.txt", null, null, CONTENT.length, 0, 0, 0, false, null, 0, null, null));
    }
}
