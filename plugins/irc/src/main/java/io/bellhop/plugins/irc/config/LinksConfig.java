package io.bellhop.plugins.irc.config;

import io.bellhop.api.plugin.Setting;
import java.net.URI;
import java.time.Duration;

/**
 * Where files can be fetched.
 *
 * @param address the address that is listened on
 * @param port the port that is listened on, 0 for any
 * @param url what links begin with, as seen from outside
 * @param expiry how long a link works
 * @param size the most that one file may have, in KiB
 * @param total the most that all files together may take, in KiB; the oldest go first
 */
public record LinksConfig(
        @Setting(help = "The address to listen on.", orElse = "127.0.0.1")
        String address,

        @Setting(help = "The port to listen on.") int port,

        @Setting(help = "What links begin with, as people reach it, such as https://files.example.org/bot.")
        URI url,

        @Setting(help = "How long a link works.", orElse = "1h")
        Duration expiry,

        @Setting(help = "The most that one file may have, in KiB.", orElse = "8192")
        int size,

        @Setting(help = "The most that all files together may take, in KiB; the oldest go first.", orElse = "65536")
        int total) {
    private static final int HIGHEST_PORT = 65535;

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if they make no sense
     */
    public LinksConfig {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("port must be a number from 0 to 65535");
        }
        if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
            throw new IllegalArgumentException("url must begin with http:// or https://");
        }
        if (size < 1 || total < size || expiry.isNegative() || expiry.isZero()) {
            throw new IllegalArgumentException(
                    "size must be at least 1, total at least size, expiry more than nothing");
        }
    }

    /** {@return the most bytes of one file} */
    public long bytes() {
        return (long) size << 10;
    }

    /** {@return the most bytes of all files together} */
    public long totalBytes() {
        return (long) total << 10;
    }
}
