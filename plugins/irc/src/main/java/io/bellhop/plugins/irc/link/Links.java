package io.bellhop.plugins.irc.link;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.bellhop.api.chat.Attachment;
import io.bellhop.plugins.irc.config.LinksConfig;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Serves files for a while at addresses that can't be guessed. Each is handed out as a plain text or bytes to be saved,
 * so that no browser takes it for a page. Files are kept in memory. Safe for use from any thread.
 */
public final class Links implements AutoCloseable {
    private static final int KEY_BYTES = 18;
    private static final int NAME_LENGTH = 64;

    private final LinksConfig config;
    private final InstantSource clock;
    private final HttpServer server;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Served> served = new LinkedHashMap<>();
    private long bytes;

    private static final class Served {
        final String name;
        final byte[] content;
        final Instant until;

        Served(String name, byte[] content, Instant until) {
            this.name = name;
            this.content = content;
            this.until = until;
        }
    }

    private Links(LinksConfig config, InstantSource clock, HttpServer server) {
        this.config = config;
        this.clock = clock;
        this.server = server;
    }

    /**
     * Begins to listen.
     *
     * @param config where, and how much
     * @param clock tells when links expire
     * @return the links, to be closed
     * @throws IOException if the address can't be listened on
     */
    public static Links open(LinksConfig config, InstantSource clock) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(config.address(), config.port()), 0);
        var links = new Links(config, clock, server);
        server.createContext("/", links::answer);
        server.setExecutor(new Visitors());
        server.start();
        return links;
    }

    /** {@return the port that is listened on} */
    public int port() {
        return server.getAddress().getPort();
    }

    /**
     * Keeps a file for a while. Blocks while it is read.
     *
     * @param file the file
     * @return where it can be fetched, or empty if it is too large
     * @throws IOException if it can't be read
     */
    public Optional<URI> offer(Attachment file) throws IOException {
        byte[] content;
        try (var in = file.open()) {
            content = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, config.bytes() + 1));
        }
        if (content.length > config.bytes()) {
            return Optional.empty();
        }
        var name = safe(file.name());
        var key = key();
        keep(key, new Served(name, content, clock.instant().plus(config.expiry())));
        var base = config.url().toString();
        return Optional.of(URI.create((base.endsWith("/") ? base : base + "/") + key + "/" + name));
    }

    private synchronized void keep(String key, Served file) {
        var now = clock.instant();
        served.values().removeIf(old -> isOver(old, now));
        bytes += file.content.length;
        served.put(key, file);
        var oldest = served.values().iterator();
        while (bytes > config.totalBytes()) {
            bytes -= oldest.next().content.length;
            oldest.remove();
        }
    }

    private boolean isOver(Served file, Instant now) {
        boolean over = !file.until.isAfter(now);
        bytes -= over ? file.content.length : 0;
        return over;
    }

    private synchronized Optional<Served> find(String key) {
        return Optional.ofNullable(served.get(key)).filter(file -> file.until.isAfter(clock.instant()));
    }

    private String key() {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    /** A name is part of an address and of a header: only what is harmless in both stays. */
    private static String safe(String name) {
        var safe = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^[.]+", "_");
        var cut = safe.substring(Math.max(0, safe.length() - NAME_LENGTH));
        return cut.isEmpty() ? "file" : cut;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean head = exchange.getRequestMethod().equals("HEAD");
            var file = head || exchange.getRequestMethod().equals("GET")
                    ? find(keyIn(exchange.getRequestURI()))
                    : Optional.<Served>empty();
            var headers = exchange.getResponseHeaders();
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
            headers.set("Cache-Control", "private, no-store");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("Content-Type", "text/plain; charset=utf-8");
            if (file.isEmpty()) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            headers.set("Content-Disposition", "attachment; filename=\"" + file.get().name + "\"");
            var content = file.get().content;
            exchange.sendResponseHeaders(200, head || content.length == 0 ? -1 : content.length);
            if (!head && content.length > 0) {
                exchange.getResponseBody().write(content);
            }
        }
    }

    /** Returns the last folder of a path, wherever a proxy has put us. */
    private static String keyIn(URI address) {
        var parts = String.valueOf(address.getPath()).split("/", -1);
        return parts.length < 2 ? "" : parts[parts.length - 2];
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
