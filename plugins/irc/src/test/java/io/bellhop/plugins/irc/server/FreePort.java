package io.bellhop.plugins.irc.server;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds a port for a server that takes one by its number only. It is below those that the system gives to whoever
 * connects, of whom one could else have it before the server does. Nor is one given twice, as that server may not
 * listen yet when the next one asks.
 */
public final class FreePort {
    private static final int FIRST = 20_000;
    private static final int END = 32_000;
    private static final int TRIES = 100;

    /** Where a process begins is left to chance, since others look for ports too. */
    private static final AtomicInteger GIVEN =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(END - FIRST));

    private FreePort() {}

    /** Returns one that nobody listens on. */
    public static int next() throws IOException {
        for (int i = 0; i < TRIES; i++) {
            var port = FIRST + GIVEN.getAndIncrement() % (END - FIRST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IOException("no free port from " + FIRST + " on");
    }

    private static boolean isFree(int port) throws IOException {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (BindException _) {
            return false;
        }
    }
}
