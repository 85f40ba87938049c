package io.bellhop.api.command;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Message;
import io.bellhop.api.chat.Receipt;
import io.bellhop.api.chat.Text;
import io.bellhop.api.chat.User;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * One running of a command by a user. A command method gets it by declaring a parameter of this type. Safe for use from
 * any thread; after the invocation has ended, replies still go out.
 */
public interface Invocation {
    /**
     * Returns what names this invocation in errors, logs and traces.
     *
     * @return a short code, such as {@code 7k3f9mzt}
     */
    String ref();

    /**
     * Returns the command that runs.
     *
     * @return its declaration
     */
    CommandDescription command();

    /**
     * Returns who asked.
     *
     * @return the user
     */
    User user();

    /**
     * Returns the rank of who asked, here and now.
     *
     * @return the rank, such as {@link io.bellhop.api.access.Rank#EVERYONE}
     */
    int rank();

    /**
     * Returns where it was asked.
     *
     * @return the channel
     */
    Channel channel();

    /**
     * Returns the message that asked.
     *
     * @return the message; for a choice, one that holds the command line it fires
     */
    Message message();

    /**
     * Returns the answer under which the choice was picked that asked.
     *
     * @return all messages that the answer became, or, after a restart, the one under which the choice stands; empty if
     *     this was not asked by a choice
     */
    Optional<Receipt> picked();

    /**
     * Replies, to those whom the command's visibility says. A command may reply many times.
     *
     * @param content what
     * @return where it went
     */
    CompletionStage<Receipt> reply(Content content);

    /**
     * Replies with text.
     *
     * @param text what
     * @return where it went
     */
    default CompletionStage<Receipt> reply(Text text) {
        return reply(Content.of(text));
    }

    /**
     * Says how far the work is, in one message that is edited at a polite rate and replaced by the reply. Calls in
     * between are skipped.
     *
     * @param text the state, such as {@code 3 of 10 files}
     */
    void progress(Text text);

    /** Shows for a few seconds that a reply is on its way, where the platform can. */
    void typing();
}
