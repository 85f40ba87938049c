package io.bellhop.plugins.irc.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A server that does as a test says, good or bad. For use by one thread. */
public final class Peer implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final ServerSocket listening;
    private Socket socket;
    private BufferedReader in;

    public Peer() {
        try {
            listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
            listening.setSoTimeout(PATIENCE_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** Takes the next connection. */
    public Peer accepts() {
        try {
            socket = listening.accept();
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets a bot in that wants no capabilities but those. */
    public Peer welcomes(String nick, String capabilities) {
        accepts().awaits("^USER ");
        sends(":peer CAP * LS :" + capabilities);
        if (!capabilities.isEmpty()) {
            var wanted = awaits("^CAP REQ ");
            sends(":peer CAP " + nick + " ACK " + wanted.substring("CAP REQ ".length()));
        }
        awaits("^CAP END");
        sends(":peer 001 " + nick + " :Welcome");
        return sends(":peer 005 " + nick + " CHANTYPES=# CASEMAPPING=ascii PREFIX=(ov)@+ :are supported");
    }

    /** Lets it into a channel under a name, and waits until it asks who is there, and what holds there. */
    public Peer joins(String self, String channel) {
        sends(":peer 376 x :End of MOTD");
        awaits("^JOIN " + channel);
        sends(":" + self + " JOIN " + channel).awaits("^WHO ");
        awaits("^MODE ");
        return this;
    }

    public Peer sends(String line) {
        return sendsBytes((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    public Peer sendsBytes(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads on until a line in which a pattern is found. */
    public String awaits(String pattern) {
        var wanted = Pattern.compile(pattern);
        while (true) {
            var line = next();
            if (wanted.matcher(line).find()) {
                return line;
            }
        }
    }

    /** Returns the next line. */
    public String next() {
        try {
            var line = in.readLine();
            if (line == null) {
                throw new AssertionError("the bot closed the connection");
            }
            return line;
        } catch (IOException e) {
            throw new AssertionError("nothing more came", e);
        }
    }

    public void drops() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (listening) {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
