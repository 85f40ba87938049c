package io.bellhop.core.console;

import io.bellhop.api.chat.Capability;
import io.bellhop.api.chat.plain.Style;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What people and scripts see of the console: a pipe or a terminal. Printing is safe from any thread. */
interface Surface {
    Set<Capability> capabilities();

    Style style();

    /** Tells whether each message is handled before the next line is taken. */
    boolean oneByOne();

    /**
     * Begins to read.
     *
     * @param speaker who types where, for a terminal's prompt and completion
     * @param interrupted the line that Ctrl-C stands for on a terminal where nothing was typed; if empty, it leaves
     */
    Lines listen(Speaker speaker, Supplier<Optional<String>> interrupted);

    /** Prints one message, whole and at once. */
    void print(String message) throws IOException;

    /** Says something of the console's own, which is not chat. */
    void note(String note) throws IOException;

    /** Lets go of what was opened; nothing can be printed on a terminal afterwards. */
    void close() throws IOException;
}
