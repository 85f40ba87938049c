package io.bellhop.core.command.admission;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.User;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.command.CommandDescription;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Fires command lines as somebody, admitted and checked as if they had typed them now. */
public interface Firing {
    /**
     * Fires a line. Returns at once.
     *
     * @param cause the message that is answered
     * @param channel where
     * @param user as whom; nothing happens if they are ignored
     * @param line the command line without a prefix
     * @return completes, never exceptionally, when it has been answered
     */
    CompletionStage<Void> fire(MessageId cause, Channel channel, User user, String line);

    /**
     * Finds the command that a line would fire now.
     *
     * @param user as whom, for their aliases count
     * @param line the command line without a prefix
     * @return the command; empty if there is none, or its plugin is away
     */
    Optional<CommandDescription> called(UserId user, String line);
}
