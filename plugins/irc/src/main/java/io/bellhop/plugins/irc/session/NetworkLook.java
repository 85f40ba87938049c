package io.bellhop.plugins.irc.session;

import io.bellhop.plugins.irc.config.NetworkConfig;
import io.bellhop.plugins.irc.wire.Encoding;
import io.bellhop.plugins.irc.wire.Line;
import io.bellhop.plugins.irc.wire.LineReader;
import io.bellhop.plugins.irc.wire.Pipe;
import io.bellhop.plugins.irc.wire.Pipes;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/** A look at a network from its door: whether it answers, and takes the account. Nobody on it sees that. */
public final class NetworkLook {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String END = "CAP END";
    private static final String UNKNOWN_COMMAND = "421";
    private static final String NOT_REGISTERED = "451";

    private final Pipe pipe;
    private final LineReader reader;
    private final Registration registration;
    private final Queue<String> said = new ArrayDeque<>();

    private NetworkLook(Pipe pipe, NetworkConfig config) {
        this.pipe = pipe;
        this.reader = new LineReader(pipe);
        this.registration = new Registration(config, said::add);
    }

    /**
     * Looks. Blocks for some seconds at most.
     *
     * @param config where it is, and as whom
     * @return how long it took to connect and to be answered
     * @throws IOException if it can't be reached, or does not want us, in words for the owner
     */
    public static Duration at(NetworkConfig config) throws IOException {
        long begun = System.nanoTime();
        try (var pipe = Pipes.to(config, _ -> {})) {
            var look = new NetworkLook(pipe, config);
            look.say("CAP LS 302");
            var took = look.greet(begun);
            look.say("QUIT :Bellhop only looks");
            return took;
        }
    }

    private Duration greet(long begun) throws IOException {
        var first = next();
        var took = Duration.ofNanos(System.nanoTime() - begun);
        for (var line = first; !isOver(line); line = next()) {
            while (!said.isEmpty()) {
                say(said.remove());
            }
        }
        registration.welcomed();
        return took;
    }

    /** What would let us in is not sent. */
    private boolean isOver(Line line) throws IOException {
        if (line.command().equals("ERROR")) {
            throw new IOException(line.last());
        }
        boolean isOld = line.command().equals(UNKNOWN_COMMAND) || line.command().equals(NOT_REGISTERED);
        return isOld || (registration.take(line) && said.contains(END));
    }

    private void say(String line) throws IOException {
        pipe.write(ByteBuffer.wrap(Encoding.line(line)));
    }

    private Line next() throws IOException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            var line = reader.take();
            if (line != null) {
                var parsed = Line.parse(line);
                if (parsed.isPresent()) {
                    return parsed.get();
                }
            } else if (!reader.await(PATIENCE.toMillis()) && reader.hasEnded()) {
                throw new EOFException("the server closed the connection");
            }
        }
        throw new SocketTimeoutException("the server does not answer");
    }
}
