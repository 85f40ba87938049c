package io.bellhop.core.testkit;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.event.MessageReceived;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Someone who says things to a {@link TestBot}. Immutable, but for rank, roles and display name, which the bot
 * remembers.
 */
public final class TestUser {
    private final TestBot bot;
    private final String name;
    private final String channel;
    private final List<Attachment> attachments;
    private final Optional<MessageId> repliesTo;

    TestUser(TestBot bot, String name, String channel, List<Attachment> attachments) {
        this(bot, name, channel, attachments, Optional.empty());
    }

    private TestUser(
            TestBot bot, String name, String channel, List<Attachment> attachments, Optional<MessageId> repliesTo) {
        this.bot = bot;
        this.name = name;
        this.channel = channel;
        this.attachments = attachments;
        this.repliesTo = repliesTo;
    }

    /**
     * Gives this user a rank in the space of the channel, or everywhere in a direct conversation, from now on.
     *
     * @param rank such as {@link io.bellhop.api.access.Rank#ADMIN}
     * @return this
     */
    public TestUser withRank(int rank) {
        bot.rank(name, channel, rank);
        return this;
    }

    /**
     * Calls this user by a name that is not their id, and that others may have too, from now on.
     *
     * @param displayName what people call them
     * @return this
     */
    public TestUser called(String displayName) {
        bot.connector().call(FakeConnector.named(name).id(), displayName);
        return this;
    }

    /**
     * Gives this user roles in the space of the channel, in the place of those they had, from now on.
     *
     * @param roles the names of the roles, which are their ids too
     * @return this
     */
    public TestUser withRoles(String... roles) {
        bot.join(name, channel, false, roles);
        return this;
    }

    /**
     * Lets this user administer the space of the channel, as a server's owner does, from now on.
     *
     * @return this
     */
    public TestUser asAdministrator() {
        bot.join(name, channel, true);
        return this;
    }

    /**
     * Goes to a direct conversation with the bot.
     *
     * @return the same user there
     */
    public TestUser inPrivate() {
        return in("@" + name);
    }

    /**
     * Goes to a channel.
     *
     * @param newChannel its name; {@code annex/lobby} is a channel of another space, {@code annex}
     * @return the same user there
     */
    public TestUser in(String newChannel) {
        return new TestUser(bot, name, newChannel, attachments);
    }

    /**
     * Attaches a file to what is said next.
     *
     * @param attachment the file
     * @return the same user with the file
     */
    public TestUser attaching(Attachment attachment) {
        var more = new ArrayList<>(attachments);
        more.add(attachment);
        return new TestUser(bot, name, channel, more, repliesTo);
    }

    /**
     * Replies, by what is said next, to the last message that somebody wrote in the channel.
     *
     * @param author who wrote it
     * @return the same user, replying
     */
    public TestUser replyingTo(String author) {
        return new TestUser(
                bot,
                name,
                channel,
                attachments,
                Optional.of(bot.connector().said().last(channel(), author)));
    }

    /**
     * Says something, and waits until it is answered.
     *
     * @param text what, with the prefix {@code !} if it is a command
     * @return what the bot sent meanwhile
     * @throws AssertionError if that takes more than 60 seconds
     */
    public Answer says(String text) {
        int before = bot.sent().size();
        Patience.await(saysLater(text));
        return new Answer(bot, this, text, bot.sent().subList(before, bot.sent().size()));
    }

    /**
     * Types something without saying it, and lets its end be completed.
     *
     * @param text what is typed yet, with the prefix {@code !}
     * @return the line as it could go on, at most 25 times
     * @see io.bellhop.api.command.Suggests
     */
    public List<String> types(String text) {
        return bot.completions(bot.connector().heard(name, bot.channel(channel)), bot.channel(channel), text);
    }

    /**
     * Says something, and goes on at once.
     *
     * @param text what
     * @return completes when it is answered
     */
    public CompletionStage<Void> saysLater(String text) {
        var where = bot.channel(channel);
        return bot.publishLater(new MessageReceived(bot.connector()
                .said()
                .write(
                        bot.connector().heard(name, where),
                        where,
                        text,
                        attachments,
                        repliesTo,
                        bot.time().clock().instant())));
    }

    String name() {
        return name;
    }

    ChannelId channel() {
        return new ChannelId(FakeConnector.ID, channel);
    }
}
