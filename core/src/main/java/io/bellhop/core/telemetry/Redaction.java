package io.bellhop.core.telemetry;

import io.bellhop.api.plugin.Secret;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps secrets out of logs and traces: those it was told of, and what looks like one. One for the whole process, as
 * logs are. Safe for use from any thread.
 */
public final class Redaction {
    private static final String MASK = "***";
    /** A shorter one would mask half of every line. */
    private static final int SHORTEST = 4;

    private static final int SHORTEST_DISCORD_TOKEN = 23 + 1 + 6 + 1 + 27;

    private static final Pattern DISCORD_TOKEN =
            Pattern.compile("(?<![\\w-])[\\w-]{23,28}\\.[\\w-]{6,7}\\.[\\w-]{27,45}");
    private static final Pattern HEADER =
            Pattern.compile("(?i)\\b((?:proxy-)?authorization|x-honeycomb-team|x-api-key)(\"?\\s*[:=]\\s*\"?)"
                    + "((?:bearer|bot|basic) )?[^\\s\",;]+");
    private static final Pattern ASSIGNMENT = Pattern.compile(
            "(?i)(password|passwd|secret|token|api[-_]?key)(=|\"\\s*:\\s*)(\"[^\"]{1,200}\"|[^\\s\"&,;]+)");
    private static final Pattern ADDRESS = Pattern.compile("(://[^\\s/:@]{0,100}):[^\\s/@]{1,200}@");

    private static volatile List<String> known = List.of();

    private Redaction() {}

    /**
     * Masks a secret from now on. Very short ones can't be masked.
     *
     * @param secret what must not be seen
     */
    public static synchronized void add(Secret secret) {
        String value = secret.reveal().strip();
        if (value.length() >= SHORTEST && !known.contains(value)) {
            // the longest first, in case one holds another
            known = Stream.concat(known.stream(), Stream.of(value))
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList();
        }
    }

    /**
     * Masks every secret in a text.
     *
     * @param text any text
     * @return the text with {@code ***} in place of secrets
     */
    public static String of(String text) {
        String masked = text;
        for (String secret : known) {
            masked = masked.replace(secret, MASK);
        }
        if (masked.length() >= SHORTEST_DISCORD_TOKEN) {
            masked = DISCORD_TOKEN.matcher(masked).replaceAll(MASK);
        }
        if (masked.indexOf(':') >= 0 || masked.indexOf('=') >= 0) {
            masked = HEADER.matcher(masked).replaceAll("$1$2" + MASK);
            masked = ASSIGNMENT.matcher(masked).replaceAll("$1$2" + MASK);
            masked = ADDRESS.matcher(masked).replaceAll("$1:" + MASK + "@");
        }
        return masked;
    }
}
