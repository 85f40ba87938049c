package io.bellhop.core.bench;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Asks in a channel, with so many questions under way at a time, and matches each answer to its question. */
final class IrcLoad implements Closeable {
    static final String CHANNEL = "#bench";

    private static final int BUFFER = 1 << 16;
    private static final int SLOTS = 1 << 12;
    private static final String ANSWER = "pong ";

    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;
    private final StringBuilder asked = new StringBuilder();
    private final long[] sentAt = new long[SLOTS];
    private int last;

    /** What came of it: answers per second, and how long they took. */
    record Rate(double perSecond, Latencies latencies) {}

    IrcLoad(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1), BUFFER);
        out = socket.getOutputStream();
        say("NICK asker\r\nUSER asker 0 * :bench\r\n");
        await(" 422 ");
        say("JOIN " + CHANNEL + "\r\n");
        await(" 366 ");
    }

    /** Waits until the bot has joined. */
    void awaitJoin() throws IOException {
        await(" JOIN ");
    }

    /** Has commands run whose answers nobody waits for. */
    void start(String command, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            say("PRIVMSG " + CHANNEL + " :" + command + "\r\n");
        }
    }

    /** Asks and asks again until so many have been answered. */
    Rate ask(String command, int outstanding, int answers) throws IOException {
        var latencies = new Latencies(answers);
        Arrays.fill(sentAt, 0);
        long begun = System.nanoTime();
        add(command, outstanding);
        flush();
        for (int got = 0; got < answers; ) {
            var line = in.readLine();
            if (line == null) {
                throw new IOException("the server closed the connection");
            }
            int at = line.indexOf(ANSWER);
            if (line.startsWith("PING ")) {
                asked.append("PONG ").append(line, 5, line.length()).append("\r\n");
            } else if (at > 0) {
                int id = Integer.parseInt(line.substring(at + ANSWER.length()).strip());
                latencies.add(System.nanoTime() - sentAt[id % SLOTS]);
                got++;
                add(command, got + outstanding <= answers ? 1 : 0);
            }
            if (!in.ready()) {
                flush();
            }
        }
        return new Rate(answers * 1e9 / (System.nanoTime() - begun), latencies);
    }

    private void add(String command, int times) {
        long now = System.nanoTime();
        for (int i = 0; i < times; i++) {
            int id = ++last;
            sentAt[id % SLOTS] = now;
            asked.append("PRIVMSG " + CHANNEL + " :")
                    .append(command)
                    .append(' ')
                    .append(id)
                    .append("\r\n");
        }
    }

    private void flush() throws IOException {
        if (!asked.isEmpty()) {
            say(asked.toString());
            asked.setLength(0);
        }
    }

    private void await(String part) throws IOException {
        for (var line = in.readLine(); !line.contains(part); line = in.readLine()) {
            if (line.startsWith("PING ")) {
                say("PONG " + line.substring("PING ".length()) + "\r\n");
            }
        }
    }

    private void say(String lines) throws IOException {
        out.write(lines.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
