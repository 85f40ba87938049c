package io.bellhop.core.command.suggest;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.User;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.ParameterDescription;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Completes arguments while they are typed. Safe for use from any thread. */
public final class Suggestions {
    /** The most values that are suggested at once. */
    public static final int MOST = 25;

    @Inject
    Suggestions() {}

    /**
     * Completes an argument.
     *
     * @param command whose argument it is
     * @param parameter which one
     * @param typed what there is of it yet, perhaps nothing
     * @param user who types
     * @param channel where
     * @return completes with at most 25 values, the listed ones first; it never fails
     */
    public CompletionStage<List<String>> complete(
            CommandDescription command, ParameterDescription parameter, String typed, User user, Channel channel) {
        var begun = typed.strip().toLowerCase(Locale.ROOT);
        return CompletableFuture.completedStage(parameter.values().stream()
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(begun))
                .limit(MOST)
                .toList());
    }
}
