package io.bellhop.core.discord.request;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Discord knows a repeated message by. JDA always sends {@code enforce_nonce}, so that Discord answers a repeat
 * with the message that is there already. <a href="https://discord.com/developers/docs/resources/message">Its
 * documentation</a> says that it looks at the past few minutes.
 */
public final class Nonce {
    /** The least that "a few minutes" can mean. */
    public static final Duration REMEMBERED = Duration.ofMinutes(2);

    private static final int LONGEST = 25;

    private Nonce() {}

    /** Returns what names one of the messages that a content becomes; null lets JDA take a random one. */
    public static @Nullable String of(Optional<String> key, int part) {
        return key.map(name -> name + "." + part)
                .filter(nonce -> nonce.length() <= LONGEST)
                .orElse(null);
    }
}
