package io.bellhop.plugins.irc;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.testkit.connector.Person;
import io.bellhop.core.testkit.connector.Platform;
import io.bellhop.core.testkit.connector.Relay;
import io.bellhop.core.testkit.connector.Screen;
import io.bellhop.core.testkit.connector.Sight;
import io.bellhop.core.testkit.connector.Trouble;
import io.bellhop.plugins.irc.config.Flood;
import io.bellhop.plugins.irc.config.IrcConfig;
import io.bellhop.plugins.irc.config.LinksConfig;
import io.bellhop.plugins.irc.config.NetworkConfig;
import io.bellhop.plugins.irc.config.Whispers;
import io.bellhop.plugins.irc.server.FreePort;
import io.bellhop.plugins.irc.server.InspIrcd;
import io.bellhop.plugins.irc.show.Formatting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A real server behind a relay, two people on it, and what they see. */
final class IrcPlatform implements Platform {
    private static final String ELSEWHERE = "elsewhere";
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/[^\\s)]+");

    /** Makes its names its own, so that many are tried on one server side by side. */
    private final int number = MADE.incrementAndGet();

    private final String self = "bell" + number;
    private final String channel = "#ops" + number;
    private final Pattern said = Pattern.compile(":" + self + "_?!\\S+ (?:PRIVMSG|NOTICE) (\\S+) :(.*)");
    private final InspIrcd server;
    private final Relay relay;
    private final Screen lobby = new Screen();
    private final Map<Person, CompletableFuture<Onlooker>> people = new EnumMap<>(Person.class);
    private final Map<Person, Screen> alone = new EnumMap<>(Person.class);
    private final CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();
    private final int files = FreePort.next();
    private Optional<Irc> irc = Optional.empty();
    private Optional<Onlooker> hermit = Optional.empty();

    IrcPlatform(InspIrcd server) throws IOException {
        this.server = server;
        relay = Relay.to(server.port());
        for (var person : Person.values()) {
            alone.put(person, new Screen());
            people.put(person, coming(person, server));
        }
    }

    /** The server lets people in once a second: all come at the same time. */
    private CompletableFuture<Onlooker> coming(Person person, InspIrcd server) {
        return CompletableFuture.supplyAsync(
                () -> new Onlooker(
                        nick(person),
                        person == Person.ROBOT ? "+B" : "+i",
                        server.port(),
                        channel,
                        line -> see(person, line)),
                Thread.ofVirtual()::start);
    }

    private String nick(Person person) {
        return person.name().toLowerCase(Locale.ROOT) + number;
    }

    @Override
    public Connector connect() {
        onlooker(Person.ROBOT); // who comes later is known as a bot only by what they say
        var links = new LinksConfig(
                "127.0.0.1", files, URI.create("http://127.0.0.1:" + files), Duration.ofHours(1), 1024, 8192);
        var networks = new HashMap<>(Map.of("test", network(self, channel)));
        hermit.ifPresent(settled -> networks.put(ELSEWHERE, network(self + "e", channel + "e")));
        var config = new IrcConfig(Optional.of(networks), Optional.of(links));
        var made = new Irc(config, Clock.systemUTC(), new Random(1), Thread.ofVirtual()::start);
        irc = Optional.of(made);
        return made;
    }

    private NetworkConfig network(String nick, String channel) {
        return new NetworkConfig(
                "127.0.0.1",
                relay.port(),
                false,
                Optional.empty(),
                nick,
                "Bellhop",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(channel),
                new Flood(0, Duration.ofSeconds(1)),
                12,
                Whispers.NOTICE,
                true,
                Duration.ofSeconds(1),
                Duration.ofMillis(10));
    }

    /** It connects by itself once it is started. */
    @Override
    public void awaitBot() {
        var bot = irc.orElseThrow();
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (bot.channel(lobby().id()).toCompletableFuture().join().isEmpty()
                || !alone.keySet().stream().allMatch(person -> isSeen(bot, person))
                || !isSeenElsewhere(bot)) {
            if (System.nanoTime() > until) {
                throw new AssertionError("the bot does not come: " + bot.irc());
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private boolean isSeen(Irc bot, Person person) {
        var seen = bot.user(id(person).id()).toCompletableFuture().join();
        return seen.isPresent() && seen.get().bot() == (person == Person.ROBOT);
    }

    private boolean isSeenElsewhere(Irc bot) {
        return hermit.map(Onlooker::source)
                .map(source -> bot.user(ELSEWHERE + "/" + source))
                .map(found -> found.toCompletableFuture().join().isPresent())
                .orElse(true);
    }

    @Override
    public ChannelId lobby() {
        return new ChannelId("irc", "test/" + channel);
    }

    @Override
    public Set<Person> people() {
        return alone.keySet();
    }

    @Override
    public UserId id(Person person) {
        return new UserId("irc", "test/" + onlooker(person).source());
    }

    private Onlooker onlooker(Person person) {
        return Optional.ofNullable(people.get(person)).orElseThrow().join();
    }

    @Override
    public String name(Person person) {
        return nick(person);
    }

    /** To the bot it is another network, though it is the same server; Ann is there, too. */
    @Override
    public Optional<SpaceId> settleElsewhere(String name) {
        onlooker(Person.ANN).send("JOIN " + channel + "e");
        hermit = Optional.of(new Onlooker(name, "+i", server.port(), channel + "e", _ -> {}));
        return Optional.of(new SpaceId("irc", ELSEWHERE));
    }

    @Override
    public String mention(Person person) {
        return nick(person);
    }

    @Override
    public String addressing(String line) {
        return self + ": " + line;
    }

    @Override
    public void says(Person person, String text) {
        onlooker(person).send("PRIVMSG " + channel + " :" + text);
    }

    @Override
    public void whispers(Person person, String text) {
        onlooker(person).send("PRIVMSG " + self + " :" + text);
    }

    @Override
    public Screen lobbyScreen() {
        return lobby;
    }

    @Override
    public Screen screen(Person person) {
        return alone.getOrDefault(person, lobby);
    }

    /** All see the lobby; one of them is enough to know what stands there. */
    private void see(Person person, String line) {
        if (line.endsWith(" MODE " + nick(person) + " :+g")) {
            closed.complete(null);
        }
        var heard = said.matcher(line);
        if (!heard.matches()) {
            return;
        }
        if (!heard.group(1).equals(channel)) {
            screen(person).show(sight(heard.group(2)));
        } else if (person == Person.ANN) {
            lobby.show(sight(heard.group(2)));
        }
    }

    private static Sight sight(String text) {
        var linked = new HashMap<String, String>();
        LINK.matcher(text)
                .results()
                .forEach(link ->
                        linked.put(link.group().substring(link.group().lastIndexOf('/') + 1), fetched(link.group())));
        return Sight.of(Sight.Kind.MESSAGE, Formatting.removed(text)).with(linked);
    }

    private static String fetched(String link) {
        try (var in = URI.create(link).toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Set<Trouble> troubles() {
        return Set.of(Trouble.AWAY, Trouble.STALLED, Trouble.SLOW, Trouble.CLOSED);
    }

    @Override
    public void begin(Trouble trouble) throws IOException {
        if (trouble == Trouble.CLOSED) {
            onlooker(Person.ANN).send("MODE " + nick(Person.ANN) + " +g");
            closed.join();
        } else {
            relay.begin(trouble);
        }
    }

    @Override
    public void end(Trouble trouble) {
        if (trouble == Trouble.CLOSED) {
            onlooker(Person.ANN).send("MODE " + nick(Person.ANN) + " -g");
        } else {
            relay.end(trouble);
        }
    }

    @Override
    public int connections() {
        return relay.connections();
    }

    @Override
    public void close() throws IOException {
        alone.keySet().forEach(person -> onlooker(person).close());
        hermit.ifPresent(Onlooker::close);
        relay.close();
    }
}
