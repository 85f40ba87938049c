package io.bellhop.api.access;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.User;
import io.bellhop.api.command.CommandDescription;

/** Says who may do what, exactly as commands are admitted. Injected; safe for use from any thread; quick. */
public interface Access {
    /**
     * Returns someone's rank somewhere. Roles and administrators count only if the user was heard or looked up in the
     * space of the channel.
     *
     * @param user who
     * @param channel where
     * @return the rank
     */
    int rank(User user, Channel channel);

    /**
     * Returns what a command needs somewhere: as declared, or as changed at run time.
     *
     * @param command the command
     * @param channel where
     * @return what it needs
     */
    Requirement requirement(CommandDescription command, Channel channel);

    /**
     * Returns the approvals that a command needs somewhere: those that it declares, and those that were required at run
     * time.
     *
     * @param command the command
     * @param channel where
     * @return what it needs; its count is 0 if it needs none
     */
    Need approvals(CommandDescription command, Channel channel);

    /**
     * Says where someone's rank comes from.
     *
     * @param user who
     * @param channel where
     * @return the rank and all that led to it
     */
    Standing standing(User user, Channel channel);

    /**
     * Tells whether ranks are known. While no plugin gives {@link AccessRules}, everyone but the owners has rank 0, and
     * requirements that were raised still hold.
     *
     * @return false while nobody but owners can have a rank
     */
    boolean informed();
}
