package io.bellhop.plugins.code.engine.piston;

import io.bellhop.api.plugin.Secret;
import io.bellhop.api.plugin.Setting;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Piston server.
 *
 * @param url where it is; without a path, its API is under {@code /api/v2}
 * @param key what it wants to see in the header {@code Authorization}
 */
public record ServerConfig(
        @Setting(help = "Where the server is, such as http://localhost:2000.")
        URI url,

        @Setting(help = "What the server wants to see in the header Authorization.")
        Optional<Secret> key) {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]+( [\\x21-\\x7e]+)*");

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if one makes no sense
     */
    public ServerConfig {
        var isHttp = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!isHttp || url.getHost() == null) {
            throw new IllegalArgumentException("url must begin with http:// or https:// and name a host");
        }
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("url must hold no user, query or fragment; a password belongs into key");
        }
        if (key.isPresent() && !KEY.matcher(key.get().reveal()).matches()) {
            throw new IllegalArgumentException("key must be of visible ASCII characters");
        }
    }

    /** {@return where a part of the API is} */
    URI endpoint(String part) {
        var path = url.getRawPath() == null ? "" : url.getRawPath().replaceAll("/+$", "");
        return url.resolve((path.isEmpty() ? "/api/v2" : path) + "/" + part);
    }

    /** {@return whether whoever listens on the way can read the key} */
    boolean showsKey() {
        return key.isPresent() && "http".equals(url.getScheme()) && !isLoopback(url.getHost());
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }
}
