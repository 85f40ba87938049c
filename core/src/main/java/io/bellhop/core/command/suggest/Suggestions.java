package io.bellhop.core.command.suggest;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.User;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.ParameterDescription;
import io.bellhop.core.access.AccessPolicy;
import io.bellhop.core.command.register.CommandRegister;
import io.bellhop.core.command.settings.CommandSettings;
import io.bellhop.core.error.Faults;
import io.bellhop.core.event.Time;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Completes arguments while they are typed. Safe for use from any thread. */
public final class Suggestions {
    /** The most values that are suggested at once. */
    public static final int MOST = 25;

    /** How long a plugin may take. */
    public static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CommandRegister register;
    private final AccessPolicy access;
    private final CommandSettings settings;
    private final Time time;
    private final Faults faults;

    @Inject
    Suggestions(CommandRegister register, AccessPolicy access, CommandSettings settings, Time time, Faults faults) {
        this.register = register;
        this.access = access;
        this.settings = settings;
        this.time = time;
        this.faults = faults;
    }

    /**
     * Completes an argument. Whoever may not run the command gets nothing.
     *
     * @param command whose argument it is
     * @param parameter which one
     * @param typed what there is of it yet, perhaps nothing; of a list the last value is completed
     * @param user who types
     * @param channel where
     * @return completes within 2 seconds with at most 25 values, the listed ones first; it never fails. Perhaps on a
     *     thread of the plugin, so what follows must not block
     */
    public CompletionStage<List<String>> complete(
            CommandDescription command, ParameterDescription parameter, String typed, User user, Channel channel) {
        if (!access.allows(access.rank(user, channel), command, channel)
                || settings.disabled(command, channel).isPresent()) {
            return CompletableFuture.completedStage(List.of());
        }
        int last = parameter.repeated() ? typed.lastIndexOf(' ') + 1 : 0;
        var before = typed.substring(0, last);
        var begun = typed.substring(last);
        return found(command, parameter, begun, user, channel)
                .thenApply(found -> Stream.concat(fitting(parameter.values(), begun), fitting(found, begun))
                        .distinct()
                        .limit(MOST)
                        .map(before::concat)
                        .toList());
    }

    /** Returns those that begin with something, then those that contain it. */
    private static Stream<String> fitting(List<String> values, String begun) {
        var wanted = begun.strip().toLowerCase(Locale.ROOT);
        return Stream.concat(
                values.stream().filter(value -> value.toLowerCase(Locale.ROOT).startsWith(wanted)),
                values.stream().filter(value -> value.toLowerCase(Locale.ROOT).contains(wanted)));
    }

    private CompletionStage<List<String>> found(
            CommandDescription command, ParameterDescription parameter, String begun, User user, Channel channel) {
        var entry = register.index().match(command.name()).entry();
        var place = entry == null || !parameter.suggests() ? null : entry.host().begin(entry);
        if (entry == null || place == null) {
            return CompletableFuture.completedStage(List.of());
        }
        var host = entry.host();
        var suggester = place.command().suggester(parameter.name());
        if (suggester.isEmpty() || !place.pool().reserve()) {
            host.end();
            return CompletableFuture.completedStage(List.of());
        }
        var asking = new Asking(
                () -> suggester.get().suggest(begun, user, channel),
                host::end,
                failure -> faults.report(host.name(), "suggestion", failure));
        var timer = time.after(PATIENCE, asking::giveUp);
        place.pool().run(asking);
        return asking.answer().whenComplete((values, none) -> timer.cancel());
    }
}
