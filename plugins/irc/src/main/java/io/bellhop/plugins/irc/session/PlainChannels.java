package io.bellhop.plugins.irc.session;

import io.bellhop.plugins.irc.people.CaseMapping;
import io.bellhop.plugins.irc.wire.Line;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The channels that refuse formatted lines: those with the mode {@code c}. One thread writes, any reads. */
final class PlainChannels {
    private static final char NO_FORMATTING = 'c';

    private final Supplier<CaseMapping> mapping;
    private final Consumer<String> ask;
    private final Set<String> plain = ConcurrentHashMap.newKeySet();

    PlainChannels(Supplier<CaseMapping> mapping, Consumer<String> ask) {
        this.mapping = mapping;
        this.ask = ask;
    }

    /** Asks for the modes of a channel that we have just come into. */
    void cameInto(String channel) {
        plain.remove(mapping.get().fold(channel));
        ask.accept("MODE " + channel);
    }

    /** Takes the answer to our question, or a change. */
    void take(Line line) {
        switch (line.command()) {
            case "324" -> modes(line.parameter(1), line.parameter(2));
            case "MODE" -> modes(line.parameter(0), line.parameter(1));
            default -> {
                // nothing about modes
            }
        }
    }

    private void modes(String channel, String letters) {
        boolean on = true;
        for (int i = 0; i < letters.length(); i++) {
            switch (letters.charAt(i)) {
                case '+' -> on = true;
                case '-' -> on = false;
                case NO_FORMATTING -> put(channel, on);
                default -> {
                    // no matter of ours
                }
            }
        }
    }

    private void put(String channel, boolean on) {
        var key = mapping.get().fold(channel);
        if (on) {
            plain.add(key);
        } else {
            plain.remove(key);
        }
    }

    boolean has(String channel) {
        return !plain.isEmpty() && plain.contains(mapping.get().fold(channel));
    }
}
