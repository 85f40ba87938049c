package io.bellhop.core.console;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.testkit.connector.Person;
import io.bellhop.core.testkit.connector.Platform;
import io.bellhop.core.testkit.connector.Screen;
import io.bellhop.core.testkit.connector.Sight;
import io.bellhop.core.testkit.connector.Trouble;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** The console at the end of a pipe: what is printed is what all see, but for whispers. */
public final class PipedPlatform implements Platform {
    private static final long SLOW_NANOS = 20_000_000;
    private static final Pattern WHISPER = Pattern.compile("\\(whisper to (\\w+)\\)[ \n](.*)", Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("\\(file (/.+)\\)");

    private final Path home;
    private final Offers offers = Piped.offers();
    private final Screen lobby = new Screen();
    private final Map<Person, Screen> alone = Map.of(Person.ANN, new Screen(), Person.BEN, new Screen());
    private volatile boolean isSlow;
    private TypedInput input = new TypedInput();

    public PipedPlatform(Path home) {
        this.home = home;
    }

    @Override
    public Connector connect() throws IOException {
        input = new TypedInput();
        input.type("/parallel\n");
        var options = new ConsoleOptions(false, input, new Paper(), OutputStream.nullOutputStream(), home, home);
        return ConsoleConnector.on(new PipeSurface(options, 1), options, Piped.COMMANDS, offers, Piped.CLOCK, () -> {});
    }

    @Override
    public ChannelId lobby() {
        return new ChannelId("console", "lobby");
    }

    @Override
    public Set<Person> people() {
        return alone.keySet();
    }

    @Override
    public UserId id(Person person) {
        return new UserId("console", person.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public String mention(Person person) {
        return "@" + id(person).id();
    }

    @Override
    public String addressing(String line) {
        return "@bellhop " + line;
    }

    @Override
    public void says(Person person, String text) {
        input.type("/as " + id(person).id() + "\n/in lobby\n" + text + "\n");
    }

    @Override
    public void whispers(Person person, String text) {
        input.type("/as " + id(person).id() + "\n/dm\n" + text + "\n");
    }

    @Override
    public Screen lobbyScreen() {
        return lobby;
    }

    @Override
    public Screen screen(Person person) {
        return Objects.requireNonNull(alone.get(person));
    }

    @Override
    public boolean isPrivate() {
        return false;
    }

    @Override
    public Set<Trouble> troubles() {
        return Set.of(Trouble.SLOW);
    }

    @Override
    public void begin(Trouble trouble) {
        isSlow = trouble == Trouble.SLOW;
    }

    @Override
    public void end(Trouble trouble) {
        isSlow = false;
    }

    @Override
    public void close() {
        input.close();
    }

    /** Each message is one write. */
    private final class Paper extends OutputStream {
        @Override
        public void write(byte[] bytes) {
            if (isSlow) {
                LockSupport.parkNanos(SLOW_NANOS);
            }
            print(new String(bytes, StandardCharsets.UTF_8).stripTrailing());
        }

        @Override
        public void write(int b) {
            throw new UnsupportedOperationException("a message is printed whole");
        }
    }

    private void print(String message) {
        var whisper = WHISPER.matcher(message);
        if (!whisper.matches()) {
            lobby.show(sight(message));
            return;
        }
        var whom = alone.keySet().stream()
                .filter(person -> id(person).id().equals(whisper.group(1)))
                .findFirst();
        whom.map(alone::get).orElse(lobby).show(sight(whisper.group(2)));
    }

    private static Sight sight(String text) {
        var files = new HashMap<String, String>();
        FILE.matcher(text)
                .results()
                .map(found -> Path.of(found.group(1)))
                .forEach(file -> files.put(String.valueOf(file.getFileName()), read(file)));
        return Sight.of(Sight.Kind.MESSAGE, text).with(files);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
