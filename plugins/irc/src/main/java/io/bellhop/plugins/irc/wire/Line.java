package io.bellhop.plugins.irc.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A line that was received, as RFC 1459 and IRCv3's message tags write it.
 *
 * @param tags what servers add to it; a tag without a value has an empty one
 * @param source where it came from
 * @param command the command in capitals, or a number of three digits
 * @param parameters its parameters
 */
public record Line(Map<String, String> tags, Source source, String command, List<String> parameters) {
    private static final int MOST_PARAMETERS = 64;

    /**
     * Reads a line.
     *
     * @param text a line without its end
     * @return the line, or empty if it has no command
     */
    public static Optional<Line> parse(String text) {
        return new Parser(text).line();
    }

    /**
     * Returns a parameter.
     *
     * @param index from 0
     * @return the parameter, empty where there is none
     */
    public String parameter(int index) {
        return index < parameters.size() ? parameters.get(index) : "";
    }

    /**
     * Returns the last parameter, where most lines say something to people.
     *
     * @return the last parameter, or an empty string
     */
    public String last() {
        return parameters.isEmpty() ? "" : parameters.getLast();
    }

    private static final class Parser {
        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        Optional<Line> line() {
            var tags = startsWith('@') ? tags(word()) : Map.<String, String>of();
            var source = startsWith(':') ? Source.of(word()) : Source.SERVER;
            var command = upper(bareWord());
            return command.isEmpty() ? Optional.empty() : Optional.of(new Line(tags, source, command, parameters()));
        }

        private boolean startsWith(char mark) {
            skipSpaces();
            return at < text.length() && text.charAt(at) == mark;
        }

        /** Takes a word without the mark that it starts with. */
        private String word() {
            at++;
            return bareWord();
        }

        private String bareWord() {
            skipSpaces();
            int end = text.indexOf(' ', at);
            int until = end < 0 ? text.length() : end;
            var word = text.substring(at, until);
            at = until;
            return word;
        }

        private void skipSpaces() {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }

        private List<String> parameters() {
            var parameters = new ArrayList<String>(4);
            skipSpaces();
            while (at < text.length() && parameters.size() < MOST_PARAMETERS) {
                if (text.charAt(at) == ':') {
                    parameters.add(text.substring(at + 1));
                    break;
                }
                parameters.add(bareWord());
                skipSpaces();
            }
            return parameters;
        }

        private static String upper(String command) {
            for (int i = 0; i < command.length(); i++) {
                if (command.charAt(i) >= 'a' && command.charAt(i) <= 'z') {
                    return command.toUpperCase(Locale.ROOT);
                }
            }
            return command;
        }

        private static Map<String, String> tags(String written) {
            var tags = new HashMap<String, String>();
            for (var tag : written.split(";", -1)) {
                int equals = tag.indexOf('=');
                var name = equals < 0 ? tag : tag.substring(0, equals);
                if (!name.isEmpty()) {
                    tags.put(name, equals < 0 ? "" : unescaped(tag.substring(equals + 1)));
                }
            }
            return tags;
        }

        private static String unescaped(String value) {
            if (value.indexOf('\\') < 0) {
                return value;
            }
            var plain = new StringBuilder(value.length());
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c != '\\') {
                    plain.append(c);
                } else if (++i < value.length()) {
                    plain.append(unescaped(value.charAt(i)));
                }
            }
            return plain.toString();
        }

        private static char unescaped(char escaped) {
            return switch (escaped) {
                case ':' -> ';';
                case 's' -> ' ';
                case 'r' -> '\r';
                case 'n' -> '\n';
                default -> escaped;
            };
        }
    }
}
