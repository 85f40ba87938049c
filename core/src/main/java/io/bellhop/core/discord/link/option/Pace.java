package io.bellhop.core.discord.link.option;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How long the link waits for what. Tests are in a hurry.
 *
 * @param clock the time of day
 * @param identify between two new sessions of a lane, as Discord wants it
 * @param login until all shards are up at the start
 * @param probe between two looks at whether the shards still hear
 * @param patience until a shard that does not answer counts as deaf
 * @param again until a link that Discord closed is opened again
 * @param hold until a shard that has begun many sessions lately begins the next; doubled for each after that
 * @param answer until a request that nothing comes back to counts as unanswered; it is made once more
 */
public record Pace(
        InstantSource clock,
        Duration identify,
        Duration login,
        Duration probe,
        Duration patience,
        Duration again,
        Duration hold,
        Duration answer) {
    /** What suits Discord itself. */
    public static final Pace USUAL = new Pace(
            InstantSource.system(),
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            Duration.ofSeconds(30),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10));
}
