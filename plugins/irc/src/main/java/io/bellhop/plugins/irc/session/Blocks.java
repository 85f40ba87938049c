package io.bellhop.plugins.irc.session;

import io.bellhop.plugins.irc.people.Person;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * Makes one message of the lines of a code block, which IRC brings one by one. A line that ends with an opening fence
 * begins one; it ends with its last fence, when it has become too long, or when nothing more comes. For use by one
 * thread.
 */
final class Blocks {
    static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();
    static final int MOST_CHARS = 64 * 1024;

    private static final int MOST_OPEN = 100;
    private static final String FENCE = "```";
    private static final Pattern TICKS = Pattern.compile("`{3,}+");
    private static final Pattern OPENING = Pattern.compile("```[\\w+#.-]{0,20}\\s*$");

    private final Consumer<Heard> ears;
    private final LongSupplier nanos;
    private final Map<Place, Open> open = new HashMap<>();

    private record Place(Person person, Optional<String> channel) {
        static Place of(Heard heard) {
            return new Place(heard.person(), heard.channel());
        }
    }

    private record Open(Heard first, StringBuilder text, int ticks, long at) {
        Heard whole() {
            return new Heard(first.person(), first.channel(), text.toString(), first.id());
        }
    }

    Blocks(Consumer<Heard> ears, LongSupplier nanos) {
        this.ears = ears;
        this.nanos = nanos;
    }

    /** Hands a line on, or keeps it until the rest of its block has come. */
    void hear(Heard heard) {
        var place = Place.of(heard);
        var begun = open.remove(place);
        if (begun == null && !opens(heard.text())) {
            ears.accept(heard);
            return;
        }
        var first = begun == null ? heard : begun.first();
        var text = begun == null
                ? new StringBuilder(heard.text())
                : begun.text().append('\n').append(heard.text());
        int ticks = ticksAfter(heard.text(), begun == null ? 0 : begun.ticks());
        var block = new Open(first, text, ticks, nanos.getAsLong());
        boolean isOver = ticks == 0 || text.length() > MOST_CHARS || open.size() >= MOST_OPEN;
        if (isOver) {
            ears.accept(block.whole());
        } else {
            open.put(place, block);
        }
    }

    /** Hands on what nobody goes on with. */
    void attempt() {
        if (open.isEmpty()) {
            return;
        }
        long now = nanos.getAsLong();
        open.values().removeIf(block -> {
            boolean isQuiet = now - block.at() > QUIET_NANOS;
            if (isQuiet) {
                ears.accept(block.whole());
            }
            return isQuiet;
        });
    }

    private static boolean opens(String line) {
        return line.contains(FENCE) && OPENING.matcher(line).find() && ticksAfter(line, 0) > 0;
    }

    /** Returns how long the fence is that is open after a line, 0 if none is: a shorter one in it closes nothing. */
    private static int ticksAfter(String line, int before) {
        int open = before;
        var fences = TICKS.matcher(line);
        while (fences.find()) {
            int ticks = fences.end() - fences.start();
            if (open == 0) {
                open = ticks;
            } else if (ticks >= open) {
                open = 0;
            }
        }
        return open;
    }
}
