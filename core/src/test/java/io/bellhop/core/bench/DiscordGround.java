package io.bellhop.core.bench;

import io.bellhop.core.discord.DiscordCrowd;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * A Discord in this process.
 *
 * @param crowd who is there
 * @param forgets whether time passes, until repeats are too old to be known by their nonces
 */
record DiscordGround(DiscordCrowd crowd, boolean forgets) implements Ground {
    DiscordGround(boolean forgets) throws IOException {
        this(new DiscordCrowd(), forgets);
    }

    @Override
    public List<String> address() {
        if (forgets) {
            crowd.forgetNonces();
        }
        return List.of("discord", crowd.url());
    }

    @Override
    public boolean remembers() {
        return !forgets;
    }

    @Override
    public Duration pause() {
        return forgets ? Duration.ofMinutes(10) : Duration.ZERO;
    }

    @Override
    public void ask(Process bot, List<String> effects) {
        effects.forEach(effect -> crowd.writes("!have " + effect));
    }

    @Override
    public List<Shown> shown() {
        return crowd.seen().stream()
                .map(seen -> new Shown(seen.text(), seen.hasButtons()))
                .toList();
    }

    @Override
    public void close() throws IOException {
        crowd.close();
    }
}
