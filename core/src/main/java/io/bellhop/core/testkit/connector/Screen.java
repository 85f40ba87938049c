package io.bellhop.core.testkit.connector;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Before somebody's eyes: a {@link Platform} shows what appears, and a test looks. Safe for use from any thread. */
public final class Screen {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BlockingQueue<Sight> sights = new LinkedBlockingQueue<>();

    /** Makes an empty screen. */
    public Screen() {}

    /**
     * Lets something appear, after all that appeared before.
     *
     * @param sight what
     */
    public void show(Sight sight) {
        sights.add(sight);
    }

    /**
     * Waits for what nobody has looked at yet.
     *
     * @return what appeared next
     * @throws AssertionError if nothing appears within 60 seconds
     */
    public Sight next() {
        try {
            var sight = sights.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (sight == null) {
                throw new AssertionError("Nothing appeared within " + PATIENCE.toSeconds() + " s.");
            }
            return sight;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("The test was interrupted.", e);
        }
    }

    /** Looks until a text appears; returns what appeared before. */
    List<Sight> until(String text) {
        var seen = new ArrayList<Sight>();
        for (var sight = next(); !sight.text().contains(text); sight = next()) {
            seen.add(sight);
        }
        return seen;
    }

    boolean isEmpty() {
        return sights.isEmpty();
    }
}
