package io.bellhop.plugins.code.service;

import io.bellhop.api.chat.Content;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.plugin.Service;
import java.util.List;

/**
 * Runs code for other plugins, in all ways as if the asker had typed it after {@code !run}. Safe for use from any
 * thread.
 */
@Service
public interface CodeRunner {
    /**
     * Lists what can be run.
     *
     * @return the languages, by name
     */
    List<CodeLanguage> languages();

    /**
     * Finds a language.
     *
     * @param name a name or an alias, in any case
     * @return the language
     * @throws io.bellhop.api.error.BellhopException if there is none, with a suggestion
     */
    CodeLanguage language(String name);

    /**
     * Runs a program to its end, or to one of its limits. Blocks meanwhile, also while it waits for its turn. It counts
     * as the asker's: their limits hold, and it goes into their history.
     *
     * @param asked by whom and where; hears how long it has to wait
     * @param program what
     * @return the reply to the asker: what the program wrote, and how it ended
     * @throws InterruptedException if the calling thread is interrupted; the program is then stopped
     * @throws io.bellhop.api.error.BellhopException if the asker may not run code here, the language is unknown, or too
     *     many programs wait already
     */
    Content run(Invocation asked, Program program) throws InterruptedException;
}
