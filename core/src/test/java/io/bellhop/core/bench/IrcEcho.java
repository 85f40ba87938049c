package io.bellhop.core.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The limit of server and generator: answers straight off the socket, and writes when no input waits. */
final class IrcEcho implements Runnable, AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final String QUESTION = " :!ask ";

    private final Socket socket;

    IrcEcho(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        Thread.ofPlatform().daemon().name("echo").start(this);
    }

    @Override
    public void run() {
        try (var in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1), BUFFER);
                var out = new BufferedWriter(
                        new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.ISO_8859_1), BUFFER)) {
            out.write("NICK echo\r\nUSER echo 0 * :echo\r\n");
            out.flush();
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                int at = line.indexOf(QUESTION);
                if (at > 0) {
                    out.write(
                            "PRIVMSG " + IrcLoad.CHANNEL + " :pong " + line.substring(at + QUESTION.length()) + "\r\n");
                } else if (line.startsWith("PING ")) {
                    out.write("PONG " + line.substring("PING ".length()) + "\r\n");
                } else if (line.contains(" 422 ")) {
                    out.write("JOIN " + IrcLoad.CHANNEL + "\r\n");
                }
                if (!in.ready()) {
                    out.flush();
                }
            }
        } catch (IOException _) {
            // closed
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
