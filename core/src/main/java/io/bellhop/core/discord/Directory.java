package io.bellhop.core.discord;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Message;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.Role;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.User;
import io.bellhop.api.chat.UserId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import org.jspecify.annotations.Nullable;

/** Looks people, channels and messages up. */
final class Directory {
    private static final Pattern USER = Pattern.compile("(?:<@!?)?(\\d{15,20})>?");
    private static final Pattern CHANNEL = Pattern.compile("(?:<#)?(\\d{15,20})>?");
    private static final int MOST_NAMESAKES = 100;

    private final JDA jda;
    private final Executor callbacks;

    Directory(JDA jda, Executor callbacks) {
        this.jda = jda;
        this.callbacks = callbacks;
    }

    /** Returns a channel that the bot sees, or throws that it is gone. */
    MessageChannel known(ChannelId id) {
        var channel = CHANNEL.matcher(id.id()).matches() ? find(id.id()) : null;
        if (channel == null) {
            throw Failure.of(Failure.GONE, "That channel is gone, or hidden from me.", null);
        }
        return channel;
    }

    CompletionStage<? extends MessageChannel> direct(UserId user) {
        return jda.openPrivateChannelById(user.id()).submit();
    }

    CompletionStage<UserId> author(MessageId message) {
        return known(message.channel())
                .retrieveMessageById(message.id())
                .submit()
                .thenApply(found -> DiscordUser.of(found.getAuthor(), null).id());
    }

    CompletionStage<Optional<User>> user(String reference) {
        var id = USER.matcher(reference.strip());
        return id.matches() ? userById(id.group(1)) : userByName(withoutMark(reference, '@'));
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

    private Optional<Guild> guild(SpaceId space) {
        return CHANNEL.matcher(space.id()).matches()
                ? Optional.ofNullable(jda.getGuildById(space.id()))
                : Optional.empty();
    }

    Optional<Channel> channel(String reference) {
        var id = CHANNEL.matcher(reference.strip());
        return (id.matches() ? Optional.ofNullable(find(id.group(1))) : channelByName(withoutMark(reference, '#')))
                .map(DiscordChannel::of);
    }

    CompletionStage<List<Message>> history(ChannelId channel, int limit) {
        return known(channel)
                .getHistory()
                .retrievePast(limit)
                .submit()
                .thenApply(
                        found -> found.stream().<Message>map(DiscordMessage::of).toList());
    }

    private @Nullable MessageChannel find(String id) {
        return jda.getChannelById(MessageChannel.class, id);
    }

    private Optional<MessageChannel> channelByName(String name) {
        var named = jda.getGuilds().stream()
                .flatMap(guild -> guild.getChannels().stream())
                .filter(channel -> channel.getName().equalsIgnoreCase(name))
                .<MessageChannel>mapMulti((channel, next) -> {
                    if (channel instanceof GuildMessageChannel there) {
                        next.accept(there);
                    }
                })
                .toList();
        return only(named);
    }

    private CompletionStage<Optional<User>> userById(String id) {
        return jda.retrieveUserById(id)
                .submit()
                .thenApply(found -> Optional.<User>of(DiscordUser.of(found, null)))
                .exceptionallyCompose(failure -> Failure.isGone(failure)
                        ? CompletableFuture.completedStage(Optional.empty())
                        : CompletableFuture.failedStage(failure));
    }

    private CompletionStage<Optional<User>> userByName(String name) {
        if (name.isEmpty()) {
            return CompletableFuture.completedStage(Optional.empty());
        }
        var found =
                jda.getGuilds().stream().map(guild -> namesakes(guild, name)).toList();
        // members arrive on the gateway's thread, which must not run what the caller does next
        return CompletableFuture.allOf(found.toArray(CompletableFuture<?>[]::new))
                .thenApplyAsync(
                        done -> only(found.stream()
                                .flatMap(one -> one.join().stream())
                                .filter(member -> isCalled(member, name))
                                .<User>map(member -> DiscordUser.of(member.getUser(), null))
                                .distinct()
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
