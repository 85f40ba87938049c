package io.bellhop.core.discord.slash;

import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.plugin.Registration;
import java.util.List;

/** Where the commands come from. Safe for use from any thread. */
public interface CommandSource {
    /**
     * Lists all commands that there are now.
     *
     * @return the commands
     */
    List<CommandDescription> list();

    /**
     * Names who hears that commands came or went.
     *
     * @param listener called on the thread that changed them, so it is quick
     * @return ends it
     */
    Registration onChange(Runnable listener);
}
