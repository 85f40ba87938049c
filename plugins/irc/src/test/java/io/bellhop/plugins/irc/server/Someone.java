package io.bellhop.plugins.irc.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Someone else on the server: a bare socket that speaks the protocol as a test wants it. For use by one thread. */
public final class Someone implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final BufferedReader in;
    private final List<String> seen = new ArrayList<>();

    public Someone(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Someone who is on the server and in channels. */
    public static Someone called(String nick, int port, String... channels) {
        var someone = new Someone(port).send("NICK " + nick).send("USER " + nick + " 0 * :" + nick);
        someone.await(" (376|422) ");
        for (var channel : channels) {
            someone.send("JOIN " + channel).await(" 366 " + nick + " ");
        }
        return someone;
    }

    public Someone send(String line) {
        return sendBytes((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    public Someone sendBytes(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Someone says(String target, String text) {
        return send("PRIVMSG " + target + " :" + text);
    }

    /** Reads on until a line in which a pattern is found, and returns it. */
    public String await(String pattern) {
        var wanted = Pattern.compile(pattern);
        while (true) {
            var line = next();
            if (wanted.matcher(line).find()) {
                return line;
            }
        }
    }

    /** Returns what was said in the next message to a target: the text alone. */
    public String hears(String target) {
        var line = await(" (PRIVMSG|NOTICE) " + Pattern.quote(target) + " :");
        return line.substring(line.indexOf(" :") + 2);
    }

    /** Reads until a line with a pattern; returns all lines before it. */
    public List<String> until(String pattern) {
        int from = seen.size();
        await(pattern);
        return List.copyOf(seen.subList(from, seen.size() - 1));
    }

    private String next() {
        try {
            var line = in.readLine();
            if (line == null) {
                throw new AssertionError("the server closed the connection; the last lines were " + lastSeen());
            }
            seen.add(line);
            if (line.startsWith("PING ")) {
                send("PONG " + line.substring("PING ".length()));
            }
            return line;
        } catch (IOException e) {
            throw new AssertionError("nothing more came; the last lines were " + lastSeen(), e);
        }
    }

    private List<String> lastSeen() {
        return seen.subList(Math.max(0, seen.size() - 8), seen.size());
    }

    /** Leaves, and waits until the server knows, so that the nick is free. */
    @Override
    public void close() {
        try (socket) {
            socket.getOutputStream().write("QUIT\r\n".getBytes(StandardCharsets.UTF_8));
            while (in.readLine() != null) {
                // what was still on its way
            }
        } catch (SocketException _) {
            // it is gone already
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Is cut off. */
    public void drop() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
