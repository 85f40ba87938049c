package io.bellhop.api.chat;

/**
 * Something to pick under a message: a button on Discord, a numbered line on IRC and the console. Picking it fires its
 * invocation as the person who picks, with their rights. It can be picked for 30 days, also after a restart of the bot
 * or an upgrade of the plugin, so the command line says all that it needs; while the plugin is away, whoever picks is
 * told.
 */
public final class Choice {
    private final String label;
    private final String invocation;
    private final boolean forEveryone;

    private Choice(String label, String invocation, boolean forEveryone) {
        this.label = label;
        this.invocation = invocation;
        this.forEveryone = forEveryone;
    }

    /**
     * Makes a choice for the person who asked.
     *
     * @param label what is shown
     * @param invocation the command line that it fires, without a prefix, such as {@code help run}
     * @return the choice
     */
    public static Choice of(String label, String invocation) {
        return new Choice(label, invocation, false);
    }

    /**
     * Opens this choice to everyone who sees it.
     *
     * @return the wider choice
     */
    public Choice forEveryone() {
        return new Choice(label, invocation, true);
    }

    /**
     * Returns what is shown.
     *
     * @return the literal label
     */
    public String label() {
        return label;
    }

    /**
     * Returns the command line that this choice fires.
     *
     * @return the command line without a prefix
     */
    public String invocation() {
        return invocation;
    }

    /**
     * Tells who may pick.
     *
     * @return true for everyone, false for the asker alone
     */
    public boolean isForEveryone() {
        return forEveryone;
    }
}
