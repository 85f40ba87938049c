package io.bellhop.plugins.code;

import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Message;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.Text;
import io.bellhop.api.chat.User;
import io.bellhop.api.chat.plain.PlainText;
import io.bellhop.api.chat.plain.Style;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.Invocation;
import io.bellhop.core.testkit.FakeConnector;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An invocation that keeps its progress, and has nothing else. */
public final class FakeInvocation implements Invocation {
    private final Queue<Text> progress = new ConcurrentLinkedQueue<>();
    private final String user;

    /** Makes one of Ann's. */
    FakeInvocation() {
        this("ann");
    }

    public FakeInvocation(String user) {
        this.user = user;
    }

    /** Returns what progress was shown, as plain text. */
    public List<String> progress() {
        return progress.stream().map(new PlainText(Style.PLAIN)::of).toList();
    }

    @Override
    public String ref() {
        return "7k3f9mzt";
    }

    @Override
    public CommandDescription command() {
        throw new UnsupportedOperationException();
    }

    @Override
    public User user() {
        return FakeConnector.named(user);
    }

    @Override
    public int rank() {
        return Rank.EVERYONE;
    }

    @Override
    public Channel channel() {
        return FakeConnector.channel(new ChannelId("test", "lobby"));
    }

    @Override
    public Message message() {
        return new FakeConnector().message(user(), "lobby", "!run", List.of(), Instant.EPOCH);
    }

    @Override
    public Optional<Receipt> picked() {
        return Optional.empty();
    }

    @Override
    public CompletionStage<Receipt> reply(Content content) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void progress(Text text) {
        progress.add(text);
    }

    @Override
    public void typing() {}
}
