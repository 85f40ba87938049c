package io.bellhop.api.chat;

import java.util.List;

/** What someone is in a space, as its platform says. */
public interface Membership {
    /**
     * Returns the space.
     *
     * @return what names it
     */
    SpaceId space();

    /**
     * Returns the roles that they have there.
     *
     * @return the roles, in no order
     */
    List<Role> roles();

    /**
     * Tells whether the platform lets them administer the space: a Discord server's owner, and whoever may manage it.
     *
     * @return true for an administrator
     */
    boolean administrator();
}
