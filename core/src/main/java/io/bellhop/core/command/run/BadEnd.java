package io.bellhop.core.command.run;

import io.bellhop.api.chat.Text;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import io.bellhop.core.command.declare.CommandDeclaration;
import io.bellhop.core.command.guard.MiddlewareRefusal;
import io.bellhop.core.command.parse.InputReply;
import io.bellhop.core.command.parse.MissingInput;
import io.bellhop.core.command.parse.WrongInput;
import io.bellhop.core.config.Durations;
import io.bellhop.core.error.ErrorReply;
import io.bellhop.core.event.pool.Cut;
import io.bellhop.core.storage.DiskTrouble;
import io.bellhop.core.telemetry.meter.Outcome;

/**
 * How an invocation ended other than by a result.
 *
 * @param text what its user reads
 * @param outcome what it counts as
 * @param failure why, for traces and middlewares
 */
record BadEnd(Text text, Outcome outcome, Throwable failure) {
    /**
     * What failed.
     *
     * @param ref names the invocation
     * @param prefix stands in front of commands
     * @param command what ran
     * @param arguments what followed its name
     */
    record Attempt(String ref, String prefix, CommandDeclaration command, String arguments) {
        private String plugin() {
            return command.plugin().id();
        }
    }

    /** Tells whether it is no ordinary end, and must be reported. */
    boolean isFault() {
        return outcome == Outcome.FAILED || outcome == Outcome.TIMED_OUT;
    }

    /** Turns what was thrown into what is told. */
    static BadEnd by(Throwable failure, Attempt attempt) {
        return switch (failure) {
            case WrongInput wrong ->
                new BadEnd(
                        InputReply.of(wrong, attempt.prefix, attempt.command, attempt.arguments, attempt.ref),
                        Outcome.REFUSED,
                        wrong);
            case MissingInput missing ->
                new BadEnd(
                        InputReply.asks(missing.parameter(), attempt.prefix, attempt.command),
                        Outcome.REFUSED,
                        missing);
            case MiddlewareRefusal refusal ->
                new BadEnd(ErrorReply.of(refusal.reason(), attempt.ref), Outcome.REFUSED, refusal.reason());
            default -> byPlugin(failure, attempt);
        };
    }

    /** Turns the reason of a cut into what is told. */
    static BadEnd by(Cut why, Attempt attempt) {
        var cut = message(why, attempt);
        return new BadEnd(
                ErrorReply.of(cut, attempt.ref), why == Cut.DEADLINE ? Outcome.TIMED_OUT : Outcome.CANCELLED, cut);
    }

    private static BadEnd byPlugin(Throwable failure, Attempt attempt) {
        var visible = ErrorReply.visible(failure, attempt.plugin());
        boolean isFault = visible.kind() == ErrorKind.PLUGIN
                || visible.kind() == ErrorKind.INTERNAL
                || DiskTrouble.behind(failure).isPresent();
        return new BadEnd(ErrorReply.of(visible, attempt.ref), isFault ? Outcome.FAILED : Outcome.REFUSED, failure);
    }

    private static BellhopException message(Cut why, Attempt attempt) {
        return switch (why) {
            case DEADLINE ->
                BellhopException.limit(
                        "command.deadline",
                        "This took longer than " + Durations.format(attempt.command.deadline()) + " and was stopped.");
            case CANCEL -> BellhopException.user("command.cancelled", "This was cancelled.");
            case WITHDRAWN -> BellhopException.user("command.withdrawn", "Its message was deleted or changed.");
            case UNLOAD ->
                BellhopException.limit(
                        "plugin.unloaded",
                        "The plugin " + attempt.plugin()
                                + " was unloaded before this ended. It may have taken effect.");
            case STOP ->
                BellhopException.limit(
                        "bot.stopping", "The bot was stopped before this ended. It may have taken effect.");
        };
    }
}
