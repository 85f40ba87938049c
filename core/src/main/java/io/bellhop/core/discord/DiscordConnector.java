package io.bellhop.core.discord;

import io.bellhop.api.chat.Capability;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Health;
import io.bellhop.api.chat.Message;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.Role;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.User;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.event.Broker;
import io.bellhop.core.chat.KnowsAskers;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.discord.call.CallOptions;
import io.bellhop.core.discord.call.Calls;
import io.bellhop.core.discord.call.Interactions;
import io.bellhop.core.discord.content.Buttons;
import io.bellhop.core.discord.content.Outgoing;
import io.bellhop.core.discord.entity.Ids;
import io.bellhop.core.discord.entity.Witness;
import io.bellhop.core.discord.link.Gateway;
import io.bellhop.core.discord.link.LastHeard;
import io.bellhop.core.discord.request.Failure;
import io.bellhop.core.discord.request.Nonce;
import io.bellhop.core.discord.request.UnderWay;
import io.bellhop.core.discord.slash.SlashCommands;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The link to Discord. Safe for use from any thread; what its verbs return completes on one of the connector's own
 * threads, where a listener must not block for long.
 *
 * <p>Failures have the codes {@code discord.token-refused}, {@code discord.intent-refused}, {@code discord.forbidden},
 * {@code discord.gone}, {@code discord.undeliverable}, {@code discord.too-large}, {@code discord.unreadable},
 * {@code discord.empty}, {@code discord.refused}, {@code discord.unreachable}, {@code discord.stopped} and
 * {@code discord.failed}.
 */
public final class DiscordConnector implements Connector, KnowsAskers {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordConnector.class);
    private static final Pattern MENTION = Pattern.compile("\\s*<@[!&]?(\\d{15,20})>[\\s,:]*");

    private final DiscordOptions options;
    private final Offers offers;
    private final Optional<SlashCommands> slash;
    private final CallOptions calls;
    private volatile @Nullable Link link;

    /**
     * Makes a connector that is not yet started.
     *
     * @param options what the owner chose
     * @param offers keeps the choices under its messages
     * @param calls what can be called by slash commands, forms and menus
     * @param slash registers native commands
     */
    public DiscordConnector(DiscordOptions options, Offers offers, CallOptions calls, SlashCommands slash) {
        this(options, offers, calls, Optional.of(slash));
    }

    DiscordConnector(DiscordOptions options, Offers offers) {
        this(options, offers, CallOptions.none());
    }

    DiscordConnector(DiscordOptions options, Offers offers, SlashCommands slash) {
        this(options, offers, CallOptions.none(), Optional.of(slash));
    }

    DiscordConnector(DiscordOptions options, Offers offers, CallOptions calls) {
        this(options, offers, calls, Optional.empty());
    }

    DiscordConnector(DiscordOptions options, Offers offers, CallOptions calls, Optional<SlashCommands> slash) {
        this.options = options;
        this.offers = offers;
        this.calls = calls;
        this.slash = slash;
    }

    private record Link(Session session, UnderWay underWay, Directory directory, Mouth mouth, Calls calls) {
        static Link of(DiscordOptions options, Broker broker, Offers offers, CallOptions callOptions) {
            var underWay = new UnderWay();
            var gateway = new Gateway(options.link(), underWay::abandon);
            var shards = gateway.shards();
            var witness = new Witness();
            var buttons = new Buttons(offers, callOptions.commands());
            var outgoing = new Outgoing(buttons);
            var calls = new Calls(outgoing, witness, callOptions.clock(), shards::any, underWay.turns());
            var interactions = new Interactions(broker, calls, witness, underWay, offers, buttons, callOptions);
            var lastHeard = LastHeard.open(options.link());
            var ears = new Ears(broker, witness, interactions, lastHeard);
            gateway.tell(ears);
            gateway.tell(new Missed(lastHeard, ears, options.link().pace().clock()));
            var directory = new Directory(shards, gateway.pools().callbacks());
            var mouth = new Mouth(directory, outgoing, witness, underWay.turns());
            return new Link(new Session(gateway, underWay, lastHeard), underWay, directory, mouth, calls);
        }
    }

    @Override
    public String id() {
        return Ids.CONNECTOR;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.values());
    }

    @Override
    public Health health() {
        var open = link;
        return open == null
                ? Health.troubled("Not connected to Discord.")
                : open.session()
                        .gateway()
                        .health()
                        .with("sending", open.underWay().count() + " requests under way");
    }

    @Override
    public Duration remembersKeys() {
        return Nonce.REMEMBERED;
    }

    @Override
    public CompletionStage<Optional<Receipt>> sent(MessageId message, Content content) {
        return ask(open -> open.mouth().sent(message, content));
    }

    @Override
    public synchronized void start(Broker broker) throws InterruptedException {
        if (link == null) {
            var open = Link.of(options, broker, offers, calls);
            link = open; // the first shards hear, and are answered, while others log in
            try {
                open.session().open();
            } catch (RuntimeException | InterruptedException e) {
                link = null;
                throw e;
            }
            slash.ifPresent(
                    commands -> commands.connected(open.session().gateway().shards()::any));
        }
    }

    @Override
    public synchronized void stop() {
        var open = link;
        link = null;
        slash.ifPresent(SlashCommands::disconnected);
        if (open != null) {
            open.session().close();
        }
    }

    @Override
    public CompletionStage<Receipt> say(ChannelId channel, Content content) {
        return ask(open -> open.mouth().say(channel, content));
    }

    @Override
    public CompletionStage<Receipt> reply(MessageId message, Content content) {
        return ask(open ->
                open.calls().reply(message, content, () -> open.mouth().reply(message, content)));
    }

    /**
     * {@inheritDoc}
     *
     * <p>When this fails for good, as with {@code discord.undeliverable} if the user takes no direct messages, the
     * channel has been told so.
     */
    @Override
    public CompletionStage<Receipt> whisper(UserId user, @Nullable MessageId cause, Content content) {
        return ask(open ->
                open.calls().whisper(user, cause, content, () -> open.mouth().whisper(user, cause, content)));
    }

    @Override
    public void asked(MessageId message, UserId asker) {
        var open = link;
        if (open != null) {
            open.mouth().asked(message, asker);
        }
    }

    @Override
    public CompletionStage<Receipt> edit(Receipt sent, Content content) {
        return ask(open -> open.calls().edit(sent, content, () -> open.mouth().edit(sent, content)));
    }

    @Override
    public CompletionStage<Boolean> delete(Receipt sent) {
        return ask(open -> open.calls().delete(sent, () -> open.mouth().delete(sent)));
    }

    @Override
    public CompletionStage<Boolean> react(MessageId message, String emoji) {
        return ask(open -> open.mouth().react(message, emoji));
    }

    @Override
    public CompletionStage<ChannelId> thread(MessageId about, String name) {
        return ask(open -> open.mouth().thread(about, name));
    }

    @Override
    public CompletionStage<Receipt> thread(ChannelId channel, String name, Content first) {
        return ask(open -> open.mouth().thread(channel, name, first));
    }

    @Override
    public void typing(ChannelId channel) {
        var _ = ask(open -> open.mouth().typing(channel)).exceptionally(DiscordConnector::withoutMark);
    }

    @Override
    public CompletionStage<Optional<User>> user(String reference) {
        return ask(open -> open.directory().user(reference));
    }

    @Override
    public CompletionStage<Optional<User>> named(String name, SpaceId space) {
        return ask(open -> open.directory().named(name, space));
    }

    @Override
    public CompletionStage<Optional<User>> member(UserId user, SpaceId space) {
        return ask(open -> open.directory().member(user, space));
    }

    @Override
    public CompletionStage<List<Role>> roles(SpaceId space) {
        return ask(open -> CompletableFuture.completedStage(open.directory().roles(space)));
    }

    @Override
    public CompletionStage<Optional<Channel>> channel(String reference) {
        return ask(open -> open.directory().channel(reference));
    }

    @Override
    public CompletionStage<Optional<Channel>> channelNamed(String name, SpaceId space) {
        return ask(open -> CompletableFuture.completedStage(open.directory().channelNamed(name, space)));
    }

    @Override
    public CompletionStage<List<Message>> history(ChannelId channel, int limit) {
        return ask(open -> open.directory().history(channel, limit));
    }

    @Override
    public Optional<String> addressed(String text, ChannelId where) {
        var open = link;
        var mention = MENTION.matcher(text);
        var isMe = open != null && mention.lookingAt() && open.directory().isMe(mention.group(1), where);
        return isMe ? Optional.of(text.substring(mention.end())) : Optional.empty();
    }

    private static boolean withoutMark(Throwable failure) {
        LOG.debug("Discord shows no typing mark", failure);
        return false;
    }

    private <T> CompletionStage<T> ask(Function<Link, CompletionStage<T>> question) {
        var open = link;
        if (open == null) {
            return CompletableFuture.failedStage(Failure.stopped());
        }
        try {
            return open.underWay().follow(question.apply(open));
        } catch (RuntimeException e) {
            // JDA refuses some things at once, by unchecked exceptions of many kinds
            return CompletableFuture.failedStage(Failure.of(e));
        }
    }
}
