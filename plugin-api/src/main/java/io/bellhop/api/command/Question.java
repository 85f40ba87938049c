package io.bellhop.api.command;

import io.bellhop.api.chat.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that a command asks its user, by returning it. The answer, the user's next message in that channel that is
 * no command, completes a command line as its next argument, and the line is fired as that user: converted, checked and
 * counted as if they had typed it. So a question holds nothing of the plugin, and survives a restart of the bot and an
 * upgrade of the plugin.
 *
 * <pre>{@code
 * return Question.of("Which city?").then("weather");             // Oslo, and "weather Oslo" runs
 * return Question.of("Which size?").choices("small", "large");   // the command that asks runs again
 * }</pre>
 *
 * <p>The asker ends it by {@code cancel} or by another command; it ends by itself after a while. Immutable; each method
 * returns a fuller question.
 */
public final class Question {
    /** How long an answer is waited for if nothing else is said. */
    public static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Text text;
    private final Optional<String> invocation;
    private final List<String> choices;
    private final Duration patience;

    private Question(Text text, Optional<String> invocation, List<String> choices, Duration patience) {
        this.text = text;
        this.invocation = invocation;
        this.choices = choices;
        this.patience = patience;
    }

    /**
     * Makes a question of literal characters. Its answer completes the very line that asked.
     *
     * @param literal the characters
     * @return the question
     */
    public static Question of(String literal) {
        return of(Text.of(literal));
    }

    /**
     * Makes a question. Its answer completes the very line that asked.
     *
     * @param text what is asked
     * @return the question
     */
    public static Question of(Text text) {
        return new Question(text, Optional.empty(), List.of(), PATIENCE);
    }

    /**
     * Goes on with another command. Its arguments carry what is known already: the state of the dialog.
     *
     * @param command its name
     * @param arguments its first arguments, of any characters; the answer is the next
     * @return the fuller question
     */
    public Question then(String command, String... arguments) {
        var line = new StringBuilder(command);
        for (var argument : arguments) {
            line.append(' ').append(Quoted.of(argument));
        }
        return new Question(text, Optional.of(line.toString()), choices, patience);
    }

    /**
     * Allows these answers only, and shows them to be picked.
     *
     * @param answers the answers, as a user would write them
     * @return the fuller question
     */
    public Question choices(String... answers) {
        var more = new ArrayList<>(choices);
        more.addAll(List.of(answers));
        return new Question(text, invocation, List.copyOf(more), patience);
    }

    /**
     * Sets how long an answer is waited for.
     *
     * @param time more than zero; five minutes if not set
     * @return the changed question
     * @throws IllegalArgumentException if the time is not more than zero
     */
    public Question within(Duration time) {
        if (!time.isPositive()) {
            throw new IllegalArgumentException("a question waits for more than no time");
        }
        return new Question(text, invocation, choices, time);
    }

    /**
     * Returns what is asked.
     *
     * @return the text
     */
    public Text text() {
        return text;
    }

    /**
     * Returns the command line that the answer completes.
     *
     * @return the line without a prefix, or empty for the line that asked
     */
    public Optional<String> invocation() {
        return invocation;
    }

    /**
     * Returns the only answers that are allowed.
     *
     * @return the answers; empty if any is
     */
    public List<String> choices() {
        return choices;
    }

    /**
     * Returns how long an answer is waited for.
     *
     * @return the time
     */
    public Duration patience() {
        return patience;
    }
}
