package io.bellhop.core.command;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Message;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.Text;
import io.bellhop.api.chat.User;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.Invocation;
import io.bellhop.core.access.FakeCommand;
import io.bellhop.core.testkit.FakeConnector;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Someone of rank 0 who asks. */
record Asker(String name, CommandDescription command) implements Invocation {
    Asker(String name) {
        this(name, new FakeCommand("cancel", List.of(), 0));
    }

    @Override
    public User user() {
        return FakeConnector.named(name);
    }

    @Override
    public int rank() {
        return 0;
    }

    @Override
    public String ref() {
        return "asking";
    }

    @Override
    public Channel channel() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Message message() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Receipt> picked() {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Receipt> reply(Content content) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void progress(Text text) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void typing() {
        throw new UnsupportedOperationException();
    }
}
