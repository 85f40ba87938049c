package io.bellhop.core.discord.slash;

import io.bellhop.api.plugin.Registration;

/** Where the commands come from. Safe for use from any thread. */
public interface CommandSource {
    /**
     * Returns the commands as they are now, which Discord may know some seconds later.
     *
     * @return the tree
     */
    SlashTree tree();

    /**
     * Names who hears that commands came or went.
     *
     * @param listener called on the thread that changed them, so it is quick
     * @return ends it
     */
    Registration onChange(Runnable listener);
}
