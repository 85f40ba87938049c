package io.bellhop.core.command.suggest;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.User;
import io.bellhop.api.command.Quoted;
import io.bellhop.core.command.register.CommandRegister;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Completes the end of a typed line. Safe for use from any thread. */
public final class LineSuggestions {
    private final CommandRegister register;
    private final Suggestions suggestions;

    @Inject
    LineSuggestions(CommandRegister register, Suggestions suggestions) {
        this.register = register;
        this.suggestions = suggestions;
    }

    /**
     * Completes the last argument of a line.
     *
     * @param line what is typed yet, without a prefix
     * @param user who types
     * @param channel where
     * @return completes within 2 seconds with the line as it could go on, at most 25 times; never fails. Perhaps on a
     *     thread of the plugin, so what follows must not block
     */
    public CompletionStage<List<String>> complete(String line, User user, Channel channel) {
        var match = register.index().match(line);
        if (match.entry() == null || match.arguments().isEmpty()) {
            return CompletableFuture.completedStage(List.of());
        }
        var command = match.entry().declaration();
        var typing = Typing.of(command, match.arguments());
        var before = line.substring(0, line.length() - typing.length());
        if (typing.flags() != null) {
            return CompletableFuture.completedStage(
                    typing.flags().stream().map(before::concat).toList());
        }
        var parameter = typing.parameter();
        return parameter == null
                ? CompletableFuture.completedStage(List.of())
                : suggestions
                        .complete(command, parameter, typing.word(), user, channel)
                        .thenApply(found -> found.stream()
                                .map(value -> before + typed(value))
                                .toList());
    }

    private static String typed(String value) {
        boolean isPlain = value.chars().noneMatch(c -> Character.isWhitespace(c) || c == '"' || c == '\\');
        return isPlain ? value : Quoted.of(value);
    }
}
