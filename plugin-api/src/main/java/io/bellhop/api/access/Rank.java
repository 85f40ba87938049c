package io.bellhop.api.access;

/**
 * The ladder of ranks. A rank is a whole number that a user has in a space; a command names the least rank that may run
 * it. The constants are the rungs that Bellhop itself uses; the numbers between them are free.
 */
public final class Rank {
    /** Ignored entirely: not even an error is answered. */
    public static final int IGNORED = -1;

    /** Everyone who has no other rank. */
    public static final int EVERYONE = 0;

    /** Someone trusted with more than the public commands. */
    public static final int TRUSTED = 100;

    /** Someone who keeps order in a space. */
    public static final int MODERATOR = 500;

    /** Someone who administers a space. */
    public static final int ADMIN = 900;

    /** Someone who runs the bot itself, as its configuration names them. */
    public static final int OWNER = 999;

    private Rank() {}
}
