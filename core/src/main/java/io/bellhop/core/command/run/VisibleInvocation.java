package io.bellhop.core.command.run;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Message;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.Text;
import io.bellhop.api.chat.User;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.Invocation;
import io.bellhop.core.command.reply.FiredMessage;
import io.bellhop.core.command.reply.ReplyPath;
import io.bellhop.core.command.reply.Request;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What plugins see of an invocation. Safe for use from any thread. */
final class VisibleInvocation implements Invocation {
    private final CommandDescription command;
    private final Request request;
    private final ReplyPath replies;
    private final LifeState life;

    VisibleInvocation(CommandDescription command, Request request, ReplyPath replies, LifeState life) {
        this.command = command;
        this.request = request;
        this.replies = replies;
        this.life = life;
    }

    @Override
    public String ref() {
        return replies.ref();
    }

    @Override
    public CommandDescription command() {
        return command;
    }

    @Override
    public User user() {
        return request.message().author();
    }

    @Override
    public int rank() {
        return request.rank();
    }

    @Override
    public Channel channel() {
        return request.message().channel();
    }

    @Override
    public Message message() {
        return request.message();
    }

    @Override
    public Optional<Receipt> picked() {
        return request.message() instanceof FiredMessage fired && fired.isPicked()
                ? Optional.of(replies.whole(fired.id()))
                : Optional.empty();
    }

    @Override
    public CompletionStage<Receipt> reply(Content content) {
        return replies.reply(content);
    }

    @Override
    public void progress(Text text) {
        if (!life.hasEnded()) {
            replies.progress(text);
        }
    }

    @Override
    public void typing() {
        replies.typing();
    }
}
