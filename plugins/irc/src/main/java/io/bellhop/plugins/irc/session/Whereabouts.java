package io.bellhop.plugins.irc.session;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which channels we are in, which of them take nothing that we say, and which we are not in, and why. */
record Whereabouts(Joining joining, ClosedChannels closed, long now) {
    private static final int MOST_SECONDS = 99;

    /** Returns it in words for the owner, such as {@code in #dev #ops, silent in #dev (...), not in #x (...)}. */
    String words() {
        var channels = joining.channels();
        var silent = channels.stream()
                .filter(channel -> closed.reason(channel).isPresent())
                .toList();
        return Stream.of(
                        channels.isEmpty() ? "in no channel" : "in " + String.join(" ", channels),
                        list("silent in ", silent, this::whySilent),
                        list("not in ", joining.missing(), this::whyNotIn))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String list(String head, List<String> channels, Function<String, String> why) {
        return channels.isEmpty()
                ? ""
                : channels.stream()
                        .map(channel -> channel + " (" + why.apply(channel) + ")")
                        .collect(Collectors.joining(", ", head, ""));
    }

    private String whySilent(String channel) {
        return closed.reason(channel).orElse("") + "; I try again in " + words(closed.left(channel));
    }

    private String whyNotIn(String channel) {
        return joining.instead(channel)
                .map(instead -> "sent to " + instead)
                .orElseGet(() ->
                        joining.reason(channel).map(reason -> reason + "; ").orElse("") + "I ask again in "
                                + words(joining.left(channel, now)));
    }

    private static String words(long nanos) {
        var left = Duration.ofNanos(nanos).plusSeconds(1);
        return left.toSeconds() > MOST_SECONDS ? left.toMinutes() + " min" : left.toSeconds() + " s";
    }
}
