package io.bellhop.core.bench;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Somebody in a channel of a server on loopback. Lines are read by one thread at a time. */
final class IrcClient implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final String PING = "PING ";

    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;

    private IrcClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1), BUFFER);
        out = socket.getOutputStream();
    }

    /** Comes to a channel, and returns when it is there. */
    static IrcClient join(int port, String nick, String channel) throws IOException {
        var client = new IrcClient(port);
        client.say("NICK " + nick + "\r\nUSER " + nick + " 0 * :" + nick + "\r\n");
        client.await(" 422 ");
        client.say("JOIN " + channel + "\r\n");
        client.await(" 366 ");
        return client;
    }

    /** Reads the next line, or null at the end; the server's own question whether anybody is there is answered. */
    @Nullable
    String read() throws IOException {
        var line = in.readLine();
        while (line != null && line.startsWith(PING)) {
            say("PONG " + line.substring(PING.length()) + "\r\n");
            line = in.readLine();
        }
        return line;
    }

    /** Reads until a line has such a part. */
    void await(String part) throws IOException {
        var line = read();
        while (line != null && !line.contains(part)) {
            line = read();
        }
        if (line == null) {
            throw new IOException("the server closed the connection");
        }
    }

    /** Whether there is more to be read at once. */
    boolean hasMore() throws IOException {
        return in.ready();
    }

    synchronized void say(CharSequence lines) throws IOException {
        out.write(lines.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
