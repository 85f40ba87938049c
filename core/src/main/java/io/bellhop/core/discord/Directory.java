package io.bellhop.core.discord;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Message;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.Role;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.User;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.error.BellhopException;
import io.bellhop.core.discord.entity.DiscordChannel;
import io.bellhop.core.discord.entity.DiscordMessage;
import io.bellhop.core.discord.entity.DiscordUser;
import io.bellhop.core.discord.entity.Ids;
import io.bellhop.core.discord.link.Shards;
import io.bellhop.core.discord.request.Failure;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.attribute.IThreadContainer;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.requests.RestActionImpl;

/** Looks people, channels and messages up. */
final class Directory {
    private static final Pattern USER = Pattern.compile("(?:<@!?)?(\\d{15,20})>?");
    private static final Pattern CHANNEL = Pattern.compile("(?:<#)?(\\d{15,20})>?");
    private static final int MOST_NAMESAKES = 100;

    private final Shards shards;
    private final Executor callbacks;

    Directory(Shards shards, Executor callbacks) {
        this.shards = shards;
        this.callbacks = callbacks;
    }

    /** Returns a channel that the bot sees, or fails because it is gone. */
    CompletionStage<MessageChannel> known(ChannelId id) {
        var found = CHANNEL.matcher(id.id()).matches()
                ? find(id.id())
                : CompletableFuture.completedStage(Optional.<MessageChannel>empty());
        return found.thenApply(channel -> channel.orElseThrow(this::unknown));
    }

    /** Returns a channel in which threads can be begun. */
    CompletionStage<Optional<IThreadContainer>> container(ChannelId id) {
        return CompletableFuture.completedStage(
                CHANNEL.matcher(id.id()).matches() ? shards.container(id.id()) : Optional.empty());
    }

    private BellhopException unknown() {
        return shards.areComplete()
                ? Failure.of(Failure.GONE, "That channel is gone, or hidden from me.", null)
                : Failure.of(Failure.UNREACHABLE, "Not all servers are there yet. Try again in a minute.", null);
    }

    CompletionStage<MessageChannel> direct(UserId user) {
        if (!USER.matcher(user.id()).matches()) {
            return CompletableFuture.failedStage(Failure.of(Failure.GONE, "Discord knows no such user.", null));
        }
        return shards.any().openPrivateChannelById(user.id()).submit().thenApply(channel -> channel);
    }

    CompletionStage<UserId> author(MessageId message) {
        return known(message.channel())
                .thenCompose(
                        channel -> channel.retrieveMessageById(message.id()).submit())
                .thenApply(found -> DiscordUser.of(found.getAuthor(), null).id());
    }

    CompletionStage<Optional<User>> user(String reference) {
        var id = USER.matcher(reference.strip());
        return id.matches() ? userById(id.group(1)) : CompletableFuture.completedStage(Optional.empty());
    }

    CompletionStage<Optional<User>> named(String name, SpaceId space) {
        var bare = withoutMark(name, '@');
        var guild = guild(space);
        return bare.isEmpty() || guild.isEmpty()
                ? CompletableFuture.completedStage(Optional.empty())
                : memberByName(bare, guild.get());
    }

    CompletionStage<Optional<User>> member(UserId user, SpaceId space) {
        var guild = guild(space);
        if (guild.isEmpty() || !USER.matcher(user.id()).matches()) {
            return CompletableFuture.completedStage(Optional.empty());
        }
        return guild.get()
                .retrieveMemberById(user.id())
                .submit()
                .thenApply(found -> Optional.<User>of(DiscordUser.of(found.getUser(), found)))
                .exceptionallyCompose(failure -> Failure.isGone(failure)
                        ? CompletableFuture.completedStage(Optional.empty())
                        : CompletableFuture.failedStage(failure));
    }

    List<Role> roles(SpaceId space) {
        return guild(space).stream()
                .flatMap(guild -> guild.getRoles().stream())
                .filter(role -> !role.isPublicRole())
                .map(role -> new Role(role.getId(), role.getName()))
                .toList();
    }

    /** Tells whether an id is the bot's own, or that of the role which Discord has given it there. */
    boolean isMe(String id, ChannelId where) {
        return shards.self().equals(Optional.of(id))
                || shards.channel(where.id())
                        .filter(GuildMessageChannel.class::isInstance)
                        .map(channel ->
                                ((GuildMessageChannel) channel).getGuild().getBotRole())
                        .filter(role -> role.getId().equals(id))
                        .isPresent();
    }

    private Optional<Guild> guild(SpaceId space) {
        return CHANNEL.matcher(space.id()).matches() ? shards.guild(space.id()) : Optional.empty();
    }

    CompletionStage<Optional<Channel>> channel(String reference) {
        var id = CHANNEL.matcher(reference.strip());
        return id.matches()
                ? find(id.group(1)).thenApply(channel -> channel.map(DiscordChannel::of))
                : CompletableFuture.completedStage(Optional.empty());
    }

    Optional<Channel> channelNamed(String name, SpaceId space) {
        var bare = withoutMark(name, '#');
        var named = guild(space).stream()
                .flatMap(guild -> guild.getChannels().stream())
                .filter(channel -> channel.getName().equalsIgnoreCase(bare))
                .filter(GuildMessageChannel.class::isInstance)
                .map(GuildMessageChannel.class::cast)
                .toList();
        return only(named).map(DiscordChannel::of);
    }

    CompletionStage<List<Message>> history(ChannelId channel, int limit) {
        return known(channel)
                .thenCompose(found -> found.getHistory().retrievePast(limit).submit())
                .thenApply(
                        found -> found.stream().<Message>map(DiscordMessage::of).toList());
    }

    private CompletionStage<Optional<MessageChannel>> find(String id) {
        var seen = shards.channel(id);
        return seen.isEmpty() ? ask(id) : CompletableFuture.completedStage(seen);
    }

    /**
     * Asks for a channel that this session has not seen yet: a direct conversation, or a thread that has gone to sleep.
     */
    private CompletionStage<Optional<MessageChannel>> ask(String id) {
        // JDA has no look-up of its own for this
        return new RestActionImpl<Optional<DataObject>>(
                        shards.any(),
                        Route.Channels.GET_CHANNEL.compile(id),
                        (answer, asked) -> Optional.of(answer.getObject()))
                .submit()
                .exceptionallyCompose(Directory::unlessHidden)
                .thenCompose(found ->
                        found.map(this::seenFirst).orElseGet(() -> CompletableFuture.completedStage(Optional.empty())));
    }

    private CompletionStage<Optional<MessageChannel>> seenFirst(DataObject channel) {
        var type = ChannelType.fromId(channel.getInt("type"));
        if (type == ChannelType.PRIVATE) {
            var other = channel.getArray("recipients").getObject(0).getString("id");
            return direct(Ids.user(other)).thenApply(Optional::of);
        }
        return CompletableFuture.completedStage(type.isThread() ? shards.thread(channel) : Optional.empty());
    }

    private static CompletionStage<Optional<DataObject>> unlessHidden(Throwable failure) {
        return Failure.isGone(failure) || Failure.isForbidden(failure)
                ? CompletableFuture.completedStage(Optional.empty())
                : CompletableFuture.failedStage(failure);
    }

    private CompletionStage<Optional<User>> userById(String id) {
        return shards.any()
                .retrieveUserById(id)
                .submit()
                .thenApply(found -> Optional.<User>of(DiscordUser.of(found, null)))
                .exceptionallyCompose(failure -> Failure.isGone(failure)
                        ? CompletableFuture.completedStage(Optional.empty())
                        : CompletableFuture.failedStage(failure));
    }

    private CompletionStage<Optional<User>> memberByName(String name, Guild guild) {
        // members arrive on the gateway's thread, which must not run what the caller does next
        return namesakes(guild, name)
                .thenApplyAsync(
                        found -> only(found.stream()
                                .filter(member -> isCalled(member, name))
                                .<User>map(member -> DiscordUser.of(member.getUser(), member))
                                .toList()),
                        callbacks);
    }

    private static CompletableFuture<List<Member>> namesakes(Guild guild, String name) {
        var found = new CompletableFuture<List<Member>>();
        guild.retrieveMembersByPrefix(name, MOST_NAMESAKES)
                .onSuccess(found::complete)
                .onError(found::completeExceptionally);
        return found;
    }

    private static boolean isCalled(Member member, String name) {
        return Stream.of(member.getEffectiveName(), member.getUser().getName()).anyMatch(name::equalsIgnoreCase);
    }

    private static <T> Optional<T> only(List<T> found) {
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static String withoutMark(String reference, char mark) {
        var name = reference.strip();
        return !name.isEmpty() && name.charAt(0) == mark ? name.substring(1) : name;
    }
}
