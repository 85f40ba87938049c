package io.bellhop.core.bench;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;

/** Asks in a channel, with so many questions under way at a time, and matches each answer to its question. */
final class IrcLoad implements Closeable {
    static final String CHANNEL = "#bench";

    private static final int SLOTS = 1 << 12;
    private static final String ANSWER = "pong ";

    private final IrcClient client;
    private final StringBuilder asked = new StringBuilder();
    private final long[] sentAt = new long[SLOTS];
    private int last;

    /** What came of it: answers per second, and how long they took. */
    record Rate(double perSecond, Latencies latencies) {}

    IrcLoad(int port) throws IOException {
        client = IrcClient.join(port, "asker", CHANNEL);
    }

    /** Waits until the bot has joined. */
    void awaitJoin() throws IOException {
        client.await(" JOIN ");
    }

    /** Has commands run whose answers nobody waits for. */
    void start(String command, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            client.say("PRIVMSG " + CHANNEL + " :" + command + "\r\n");
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
            var line = client.read();
            if (line == null) {
                throw new IOException("the server closed the connection");
            }
            int at = line.indexOf(ANSWER);
            if (at > 0) {
                int id = Integer.parseInt(line.substring(at + ANSWER.length()).strip());
                latencies.add(System.nanoTime() - sentAt[id % SLOTS]);
                got++;
                add(command, got + outstanding <= answers ? 1 : 0);
            }
            if (!client.hasMore()) {
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
            client.say(asked);
            asked.setLength(0);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
