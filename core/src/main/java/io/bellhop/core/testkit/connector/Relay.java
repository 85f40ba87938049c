package io.bellhop.core.testkit.connector;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Stands between a connector and its peer on the loopback interface, passes all on, and plays {@link Trouble}. Safe for
 * use from any thread.
 */
public final class Relay implements AutoCloseable {
    private static final long SLOW_NANOS = 20_000_000;

    private final ServerSocket server;
    private final int peer;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private boolean isAway;
    private boolean isStalled;
    private volatile boolean isSlow;

    private Relay(int peer) throws IOException {
        this.peer = peer;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("relay").start(this::accept);
    }

    /**
     * Stands before a peer.
     *
     * @param peer the port that the peer listens on, on the loopback interface
     * @return the relay, to be closed
     * @throws IOException if there is no port left
     */
    public static Relay to(int peer) throws IOException {
        return new Relay(peer);
    }

    /**
     * Returns where the connector finds the peer.
     *
     * @return a port on the loopback interface
     */
    public int port() {
        return server.getLocalPort();
    }

    /**
     * Lets a trouble begin.
     *
     * @param trouble {@link Trouble#AWAY}, {@link Trouble#STALLED} or {@link Trouble#SLOW}
     * @throws IOException if connections can't be closed
     */
    public void begin(Trouble trouble) throws IOException {
        set(trouble, true);
        if (trouble == Trouble.AWAY) {
            closeAll();
        }
    }

    /**
     * Ends a trouble. What was held back meanwhile is passed on.
     *
     * @param trouble what began
     */
    public void end(Trouble trouble) {
        set(trouble, false);
    }

    /**
     * Counts connections.
     *
     * @return how many the connector has
     */
    public int connections() {
        return sockets.size() / 2;
    }

    private synchronized void set(Trouble trouble, boolean begins) {
        switch (trouble) {
            case AWAY -> isAway = begins;
            case STALLED -> isStalled = begins;
            case SLOW -> isSlow = begins;
            case CLOSED -> throw new IllegalArgumentException("a relay does not know users");
        }
        notifyAll();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                open(server.accept());
            } catch (IOException _) {
                // closed, or the peer is away: whoever connected finds out
            }
        }
    }

    private void open(Socket near) throws IOException {
        if (isAway()) {
            near.close();
            return;
        }
        var far = new Socket(InetAddress.getLoopbackAddress(), peer);
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        sockets.add(near);
        sockets.add(far);
        if (isAway() || server.isClosed()) {
            closeAll(); // whoever began or closed that meanwhile may not have seen these two
        }
        Thread.ofVirtual().name("relay-in").start(() -> pass(near, far));
        Thread.ofVirtual().name("relay-out").start(() -> pass(far, near));
    }

    private synchronized boolean isAway() {
        return isAway;
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            copy(from.getInputStream(), to.getOutputStream());
        } catch (IOException _) {
            // one side has gone, so the other goes too
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private void copy(InputStream in, OutputStream out) throws IOException {
        var chunk = new byte[8192];
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            awaitFlow();
            if (isSlow) {
                LockSupport.parkNanos(SLOW_NANOS);
            }
            out.write(chunk, 0, n);
        }
        awaitFlow();
    }

    private synchronized void awaitFlow() throws IOException {
        try {
            while (isStalled) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void closeAll() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        set(Trouble.STALLED, false);
        server.close();
        closeAll();
    }
}
