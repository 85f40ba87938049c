package io.bellhop.core.console;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.User;
import io.bellhop.core.choice.KnownCommands;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.testkit.VirtualTime;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A console at the end of a pipe, with what it printed. */
final class Piped {
    static final CommandLines COMMANDS = new CommandLines() {
        @Override
        public String prefix(Channel channel) {
            return "!";
        }

        @Override
        public List<String> names() {
            return List.of("ping", "plugin list", "run");
        }

        @Override
        public List<String> complete(User user, Channel channel, String line) {
            return "!plugin list -state ".equals(line)
                            && user.name().equals("owner")
                            && channel.name().equals("lobby")
                    ? List.of(line + "running")
                    : List.of();
        }

        @Override
        public boolean takesCode(Channel channel, String line) {
            return line.startsWith("!run");
        }
    };
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));

    final ScriptedBroker broker = new ScriptedBroker();
    final ConsoleConnector console;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream notes = new ByteArrayOutputStream();
    private final CountDownLatch ended = new CountDownLatch(1);

    Piped(Path home, String input) {
        this(home, input.getBytes(StandardCharsets.UTF_8));
    }

    Piped(Path home, byte[] input) {
        this(home, new ByteArrayInputStream(input));
    }

    Piped(Path home, InputStream input) {
        this(home, input, 1);
    }

    Piped(Path home, InputStream input, long patienceMillis) {
        this(home, input, patienceMillis, offers());
    }

    /** A console that shares its choices with others. */
    Piped(Path home, String input, Offers offers) {
        this(home, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), 1, offers);
    }

    private Piped(Path home, InputStream input, long patienceMillis, Offers offers) {
        var options = new ConsoleOptions(false, input, out, notes, home, home);
        console = ConsoleConnector.on(
                new PipeSurface(options, patienceMillis), options, COMMANDS, offers, CLOCK, ended::countDown);
    }

    /** Choices that end with the test. */
    static Offers offers() {
        return Offers.inMemory(new VirtualTime(), new KnownCommands());
    }

    Piped start() {
        console.start(broker);
        return this;
    }

    /** Runs to the end of the input. */
    Piped run() throws InterruptedException {
        start();
        awaitEnd();
        return this;
    }

    void awaitEnd() throws InterruptedException {
        if (!ended.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("the console did not end; it printed: " + printed());
        }
    }

    boolean hasEnded() {
        return ended.getCount() == 0;
    }

    String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String noted() {
        return notes.toString(StandardCharsets.UTF_8);
    }
}
