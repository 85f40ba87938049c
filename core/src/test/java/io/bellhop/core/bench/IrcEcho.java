package io.bellhop.core.bench;

import java.io.IOException;

/** The limit of server and generator: answers straight off the socket, and writes when no input waits. */
final class IrcEcho implements Runnable, AutoCloseable {
    private static final String QUESTION = " :!ask ";

    private final IrcClient client;

    IrcEcho(int port) throws IOException {
        client = IrcClient.join(port, "echo", IrcLoad.CHANNEL);
        Thread.ofPlatform().daemon().name("echo").start(this);
    }

    @Override
    public void run() {
        var answers = new StringBuilder();
        try {
            for (var line = client.read(); line != null; line = client.read()) {
                int at = line.indexOf(QUESTION);
                if (at > 0) {
                    answers.append("PRIVMSG " + IrcLoad.CHANNEL + " :pong ")
                            .append(line, at + QUESTION.length(), line.length())
                            .append("\r\n");
                }
                if (!client.hasMore()) {
                    client.say(answers);
                    answers.setLength(0);
                }
            }
        } catch (IOException _) {
            // closed
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
