package io.bellhop.core.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A real IRC server, and somebody in the channel who asks and sees. */
final class IrcGround implements Ground {
    private static final String CHANNEL = "#ops";
    private static final String SAID = " PRIVMSG " + CHANNEL + " :";
    private static final int PATIENCE_SECONDS = 60;

    private final IrcServer server;
    private final IrcClient ann;
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final Semaphore joined = new Semaphore(0);

    private IrcGround(IrcServer server) throws IOException {
        this.server = server;
        ann = IrcClient.join(server.port(), "ann", CHANNEL);
        Thread.ofVirtual().name("ann").start(this::watch);
    }

    /** Opens it, if the server is installed. */
    static Optional<Ground> open() throws IOException, InterruptedException {
        var server = IrcServer.start();
        return server.isEmpty() ? Optional.empty() : Optional.of(new IrcGround(server.get()));
    }

    @Override
    public List<String> address() {
        joined.drainPermits();
        return List.of("irc");
    }

    @Override
    public boolean remembers() {
        return false;
    }

    /** What is owed there is tried before the channel is joined, and again a second later. */
    @Override
    public int longestMillis() {
        return 2_000;
    }

    @Override
    public void prepare(Path home) throws IOException {
        var jar = Path.of(System.getProperty("bellhop.dist"), "plugins", "irc.jar");
        Files.copy(jar, home.resolve("plugins").resolve("irc.jar"));
        Files.writeString(home.resolve("bellhop.yaml"), server.configuration(CHANNEL));
    }

    @Override
    public void awaitBot() throws IOException, InterruptedException {
        if (!joined.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("the bot does not come");
        }
    }

    @Override
    public void ask(Process bot, List<String> effects) throws IOException {
        var lines = new StringBuilder();
        effects.forEach(effect ->
                lines.append("PRIVMSG " + CHANNEL + " :!have ").append(effect).append("\r\n"));
        ann.say(lines);
    }

    /** A line that is no answer of its own belongs to the one before it. */
    @Override
    public List<Shown> shown() {
        var shown = new ArrayList<Shown>();
        for (var line : seen) {
            boolean begins = line.contains("had e") || line.contains("(command.interrupted, ref ");
            if (begins || shown.isEmpty()) {
                shown.add(new Shown(line, false));
            } else {
                var before = shown.removeLast();
                shown.add(
                        new Shown(before.text() + "\n" + line, before.hasChoice() || line.contains(") Run it again")));
            }
        }
        return shown;
    }

    @Override
    public void close() throws IOException {
        ann.close();
        server.close();
    }

    private void watch() {
        try {
            for (var line = ann.read(); line != null; line = ann.read()) {
                see(line);
            }
        } catch (IOException _) {
            // it is over
        }
    }

    private void see(String line) {
        if (line.startsWith(":bell") && line.contains(" JOIN ")) {
            joined.release();
        } else if (line.startsWith(":bell") && line.contains(SAID)) {
            seen.add(line.substring(line.indexOf(SAID) + SAID.length()));
        }
    }
}
