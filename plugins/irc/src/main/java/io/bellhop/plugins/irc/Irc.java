package io.bellhop.plugins.irc;

import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.Capability;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Health;
import io.bellhop.api.chat.Message;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.Text;
import io.bellhop.api.chat.User;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import io.bellhop.api.event.Broker;
import io.bellhop.api.plugin.ChatPlugin;
import io.bellhop.plugins.irc.config.IrcConfig;
import io.bellhop.plugins.irc.link.Links;
import io.bellhop.plugins.irc.session.Network;
import io.bellhop.plugins.irc.show.Files;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The connector to the IRC networks that are configured; without any it does nothing. */
@ChatPlugin
public final class Irc implements Connector {
    private final IrcConfig config;
    private final Clock clock;
    private final RandomGenerator random;
    private final Executor pool;
    private final Lookup lookup;
    private final Rests rests;
    private volatile Map<String, Network> networks = Map.of();
    private volatile Map<String, Mouth> mouths = Map.of();
    private Optional<Links> links = Optional.empty();

    @Inject
    Irc(IrcConfig config, Clock clock, RandomGenerator random, Executor pool) {
        this.config = config;
        this.clock = clock;
        this.random = random;
        this.pool = pool;
        this.lookup = new Lookup(() -> networks.values());
        this.rests = new Rests(clock);
    }

    @Command(name = "irc", help = "Says how the IRC networks stand.", rank = Rank.ADMIN, repeatable = true)
    Text irc() {
        if (networks.isEmpty()) {
            return Text.of("No IRC network is configured. Set plugins.irc.networks.");
        }
        var text = Text.empty();
        for (var network : networks.values()) {
            text = (text.isEmpty() ? text : text.line()).bold(network.name()).add(": " + network.state());
        }
        return text;
    }

    @Command(
            name = "more",
            help = "On IRC, shows the next lines of an answer that was too long.",
            repeatable = true,
            hidden = true)
    Text more(Invocation asked) {
        var rest = rests.take(asked.channel().id())
                .orElseThrow(() -> BellhopException.user(
                        "irc.nothing-more",
                        "In the last ten minutes nothing was left out here that was not shown since."
                                + " What I told you alone goes on where you write to me alone."));
        return Text.of(String.join("\n", rest));
    }

    @Override
    public String id() {
        return Ids.CONNECTOR;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.INTERJECTIONS);
    }

    @Override
    public synchronized void start(Broker broker) throws IOException {
        if (config.links().isPresent()) {
            links = Optional.of(Links.open(config.links().get(), clock));
        }
        var ids = new MessageIds(clock);
        var files = new Files(links);
        var ears = new Ears(broker, ids, clock);
        var made = new LinkedHashMap<String, Network>();
        var speaking = new LinkedHashMap<String, Mouth>();
        config.networks().orElse(Map.of()).forEach((name, each) -> {
            var network = new Network(name, each, ears, random, System::nanoTime);
            made.put(name, network);
            speaking.put(name, new Mouth(network, ids, files, rests, pool));
        });
        networks = made;
        mouths = speaking;
        made.values().forEach(Network::start);
    }

    @Override
    public synchronized void stop() {
        // each may wait for a server: all at once
        var farewells = networks.values().stream()
                .map(network -> Thread.ofVirtual().start(network::stop))
                .toList();
        farewells.forEach(Irc::await);
        links.ifPresent(Links::close);
        links = Optional.empty();
    }

    @Override
    public Health health() {
        var away = networks.values().stream()
                .filter(network -> !network.isConnected())
                .map(Network::name)
                .toList();
        var health = away.isEmpty()
                ? Health.well()
                : Health.troubled("Not connected to " + String.join(", ", away) + "; look at what follows.");
        for (var network : networks.values()) {
            health = health.with(network.name(), network.state());
        }
        return health;
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the networks' threads end by themselves
        }
    }

    private CompletionStage<Receipt> on(String network, Function<Mouth, CompletionStage<Receipt>> verb) {
        var mouth = mouths.get(network);
        return mouth == null ? CompletableFuture.failedStage(unknown(network)) : verb.apply(mouth);
    }

    private static BellhopException unknown(String network) {
        return new BellhopException(
                ErrorKind.CONNECTOR, "irc.unknown-network", "There is no IRC network " + network + " any more.", null);
    }

    @Override
    public CompletionStage<Receipt> say(ChannelId channel, Content content) {
        return on(Ids.network(channel.id()), mouth -> mouth.say(channel, content));
    }

    @Override
    public CompletionStage<Receipt> reply(MessageId message, Content content) {
        return on(Ids.network(message.channel().id()), mouth -> mouth.reply(message, content));
    }

    @Override
    public CompletionStage<Receipt> whisper(UserId user, @Nullable MessageId cause, Content content) {
        var network = Ids.network(user.id());
        return mouths.containsKey(network) || cause == null
                ? on(network, mouth -> mouth.whisper(user, cause, content))
                : on(Ids.network(cause.channel().id()), mouth -> mouth.undelivered(cause));
    }

    /** Says the new content: a line that was said can't be changed. */
    @Override
    public CompletionStage<Receipt> edit(Receipt sent, Content content) {
        return say(sent.message().channel(), content);
    }

    @Override
    public CompletionStage<Boolean> delete(Receipt sent) {
        return CompletableFuture.completedStage(false);
    }

    @Override
    public CompletionStage<Boolean> react(MessageId message, String emoji) {
        return CompletableFuture.completedStage(false);
    }

    @Override
    public void typing(ChannelId channel) {
        // lines have nothing that could come and go
    }

    @Override
    public CompletionStage<Optional<User>> user(String reference) {
        return CompletableFuture.completedStage(lookup.user(reference).map(user -> user));
    }

    @Override
    public CompletionStage<Optional<User>> named(String name, SpaceId space) {
        return CompletableFuture.completedStage(lookup.named(name, space).map(user -> user));
    }

    @Override
    public CompletionStage<Optional<User>> member(UserId user, SpaceId space) {
        boolean there = Ids.network(user.id()).equals(space.id());
        return CompletableFuture.completedStage(there ? lookup.user(user.id()).map(found -> found) : Optional.empty());
    }

    @Override
    public CompletionStage<Optional<Channel>> channel(String reference) {
        return CompletableFuture.completedStage(lookup.channel(reference).map(channel -> channel));
    }

    @Override
    public CompletionStage<Optional<Channel>> channelNamed(String name, SpaceId space) {
        return CompletableFuture.completedStage(lookup.channelNamed(name, space).map(channel -> channel));
    }

    @Override
    public CompletionStage<List<Message>> history(ChannelId channel, int limit) {
        return CompletableFuture.completedStage(List.of());
    }

    @Override
    public Optional<String> addressed(String text, ChannelId where) {
        return lookup.addressed(text, where);
    }
}
