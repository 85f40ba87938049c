package io.bellhop.core.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Where a bot is killed again and again: a platform that outlives it. */
interface Ground extends AutoCloseable {
    /** What the bot's process is told, to find this place. */
    List<String> address();

    /** Whether what is repeated shows only once. */
    boolean remembers();

    /** How much time passes from one life of the bot to the next. */
    default Duration pause() {
        return Duration.ZERO;
    }

    /** How long a bot lives at most once it has been asked. */
    default int longestMillis() {
        return 500;
    }

    /** Puts into the home what the bot needs to come here. */
    default void prepare(Path home) throws IOException {}

    /** Waits until a bot that has started is here too. */
    default void awaitBot() throws IOException, InterruptedException {}

    /** Asks a bot that is here for effects. */
    void ask(Process bot, List<String> effects) throws IOException;

    /** All that people have seen so far. */
    List<Shown> shown() throws IOException;

    @Override
    void close() throws IOException;

    /**
     * What was shown.
     *
     * @param text what it says
     * @param hasChoice whether there is something to pick
     */
    record Shown(String text, boolean hasChoice) {
        boolean isMarked() {
            return text.contains("(this may be a repeat: ");
        }
    }
}
