package io.bellhop.core.discord.call;

import io.bellhop.core.chat.Visible;
import io.bellhop.core.discord.call.Reception.Caller;
import io.bellhop.core.discord.command.CallableCommands;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Completes what is typed for an option, or suggests nothing if that takes too long: it can't be deferred. */
final class Completions {
    private static final Logger LOG = LoggerFactory.getLogger(Completions.class);

    private final Reception reception;
    private final CallableCommands commands;
    private final Duration patience;

    Completions(Reception reception, CallableCommands commands, Duration patience) {
        this.reception = reception;
        this.commands = commands;
        this.patience = patience;
    }

    void hear(CommandAutoCompleteInteractionEvent event, Caller caller) {
        var _ = suggested(event, caller)
                .toCompletableFuture()
                .copy() // what is waited for may be someone else's
                .completeOnTimeout(List.of(), patience.toNanos(), TimeUnit.NANOSECONDS)
                .exceptionally(Completions::none)
                .thenAccept(values -> reception.send(event.replyChoices(
                        choices(values, event.getFocusedOption().getType()))))
                .exceptionally(Completions::unsent);
    }

    private static @Nullable Void unsent(Throwable failure) {
        LOG.warn("what was suggested is none of Discord's choices", failure);
        return null;
    }

    /** Discord has to be answered all the same. */
    private static List<String> none(Throwable failure) {
        LOG.warn("nothing is suggested, for what suggests failed", failure);
        return List.of();
    }

    private CompletionStage<List<String>> suggested(CommandAutoCompleteInteractionEvent event, Caller caller) {
        var typed = event.getFocusedOption();
        return commands.find(event.getFullCommandName())
                .flatMap(command -> commands.option(command, typed.getName())
                        .map(parameter -> commands.complete(
                                command, parameter, typed.getValue(), caller.user(), caller.channel())))
                .orElseGet(() -> CompletableFuture.completedStage(List.of()));
    }

    private static List<Choice> choices(List<String> values, OptionType type) {
        return values.stream()
                .filter(value -> !value.isBlank() && value.length() <= OptionData.MAX_CHOICE_VALUE_LENGTH)
                .distinct()
                .flatMap(value -> choice(value, type).stream())
                .limit(OptionData.MAX_CHOICES)
                .toList();
    }

    /** Where numbers are typed Discord takes no others, and what is none can't be chosen. */
    private static Optional<Choice> choice(String value, OptionType type) {
        var name = Visible.of(value);
        try {
            return switch (type) {
                case INTEGER ->
                    Optional.of(Long.parseLong(value.strip()))
                            .filter(Completions::isTaken)
                            .map(number -> new Choice(name, number));
                case NUMBER ->
                    Optional.of(Double.parseDouble(value.strip()))
                            .filter(Completions::isTaken)
                            .map(number -> new Choice(name, number));
                default -> Optional.of(new Choice(name, value));
            };
        } catch (NumberFormatException e) {
            LOG.debug("{} is no number, and is not suggested", name, e);
            return Optional.empty();
        }
    }

    private static boolean isTaken(Number number) {
        return number.doubleValue() >= OptionData.MIN_NEGATIVE_NUMBER
                && number.doubleValue() <= OptionData.MAX_POSITIVE_NUMBER;
    }
}
