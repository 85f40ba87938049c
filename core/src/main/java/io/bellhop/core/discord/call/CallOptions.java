package io.bellhop.core.discord.call;

import io.bellhop.core.discord.command.CallableCommands;
import io.bellhop.core.discord.command.NoCommands;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What interactions need of the bot.
 *
 * @param commands what can be called
 * @param clock tells when tokens expire
 * @param tokenLife how long a token is used
 * @param patience how long suggestions may take
 * @param lookUp how long it may take to read what a form is for
 */
public record CallOptions(
        CallableCommands commands, InstantSource clock, Duration tokenLife, Duration patience, Duration lookUp) {
    /** Discord takes answers for 15 minutes; whoever comes in the last seconds would come too late. */
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(15).minusSeconds(15);

    /** Discord waits for three seconds, and some of them are on the way. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration LOOK_UP = Duration.ofMillis(700);

    /**
     * Makes the usual options.
     *
     * @param commands what can be called
     * @param clock tells when tokens expire
     * @return the options
     */
    public static CallOptions of(CallableCommands commands, InstantSource clock) {
        return new CallOptions(commands, clock, TOKEN_LIFE, PATIENCE, LOOK_UP);
    }

    /**
     * Makes options for a bot whose commands can't be called but by messages.
     *
     * @return the options
     */
    public static CallOptions none() {
        return of(new NoCommands(), InstantSource.system());
    }
}
