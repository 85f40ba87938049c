package io.bellhop.core.command.ask;

import io.bellhop.api.chat.Capability;
import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import io.bellhop.api.chat.plain.PlainText;
import io.bellhop.api.chat.plain.Style;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.command.ParameterDescription.Kind;
import io.bellhop.api.command.Question;
import io.bellhop.core.command.parse.Gap;
import io.bellhop.core.command.parse.MessageParts;
import io.bellhop.core.command.parse.MissingInput;
import io.bellhop.core.command.parse.WrongInput;
import io.bellhop.core.command.register.CommandRegister;
import io.bellhop.core.command.reply.Request;
import io.bellhop.core.dialog.Dialog;
import io.bellhop.core.dialog.Dialogs;
import io.bellhop.core.event.Time;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the questions that invocations ask: those of their commands, and those for what a line lacks. */
@Singleton
public final class Forms {
    private static final String FILL_IN = "Fill in";

    private final Dialogs dialogs;
    private final CommandRegister register;
    private final EarlyCode earlyCode;
    private final Time time;

    @Inject
    Forms(Dialogs dialogs, CommandRegister register, EarlyCode earlyCode, Time time) {
        this.dialogs = dialogs;
        this.register = register;
        this.earlyCode = earlyCode;
        this.time = time;
    }

    /**
     * Makes the question of a command.
     *
     * @param asking the invocation that asks
     * @param request what it was asked
     * @param question what the command returned
     * @return the question, ready to be sent
     * @throws IllegalStateException if its answer would fire no command
     */
    public Asking question(Invocation asking, Request request, Question question) {
        var dialog = dialog(asking, request, question);
        var ready = asking(dialog, question.text());
        if (ready == null) {
            throw new IllegalStateException(
                    "a question goes on with \"" + dialog.line() + "\", which calls no command");
        }
        return ready;
    }

    private Dialog dialog(Invocation asking, Request request, Question question) {
        return new Dialog(
                asking.ref(),
                asking.user().id(),
                asking.channel().id(),
                asking.command().plugin().id(),
                question.invocation().orElseGet(() -> request.parts().text()),
                question.choices(),
                new PlainText(Style.PLAIN).of(question.text()),
                question.patience(),
                time.clock().instant().plus(question.patience()),
                0,
                Optional.empty(),
                asking.command().takesSecret() && question.invocation().isEmpty());
    }

    /**
     * Makes the question that mends a failure: what is missing, or what was wrong in an answer.
     *
     * @param asking the invocation that failed
     * @param request what it was asked
     * @param failure why
     * @param told what the user reads of that
     * @return the question, or null if none mends it
     */
    public @Nullable Asking remedy(Invocation asking, Request request, Throwable failure, Text told) {
        return switch (failure) {
            case MissingInput missing -> {
                var ready = asking(dialog(asking, request, Question.of(told).choices(choices(missing))), told);
                yield unlessEarly(withForm(ready, request, missing), request, missing);
            }
            case WrongInput _ -> again(request.dialog(), told);
            default -> null;
        };
    }

    /** Where there are forms one is offered beside the question, but not of what may not be kept. */
    private static @Nullable Asking withForm(@Nullable Asking asking, Request request, MissingInput missing) {
        if (asking == null
                || asking.dialog().secret()
                || missing.parameter().kind() == Kind.ATTACHMENT
                || !request.connector().capabilities().contains(Capability.FORMS)) {
            return asking;
        }
        return asking.with(Choice.of(FILL_IN, asking.dialog().line()));
    }

    private @Nullable Asking unlessEarly(@Nullable Asking asking, Request request, MissingInput missing) {
        return asking == null || missing.parameter().kind() != Kind.CODE_BLOCK
                ? asking
                : asking.unless(() -> earlyCode.answer(request.message().id()));
    }

    private @Nullable Asking again(@Nullable Dialog answered, Text told) {
        return answered == null || answered.isLastAttempt()
                ? null
                : asking(answered.again(time.clock().instant()), told.line().add("Answer again, or cancel."));
    }

    private static String[] choices(MissingInput missing) {
        var parameter = missing.parameter();
        return parameter.repeated() ? new String[0] : parameter.values().toArray(String[]::new);
    }

    /** Null if the answer would fire no command. */
    private @Nullable Asking asking(Dialog dialog, Text text) {
        var given = MessageParts.of(dialog.line());
        var match = register.index().match(given.line());
        var entry = match.entry();
        if (entry == null) {
            return null;
        }
        var content = Content.of(text);
        var gap = Gap.of(entry.declaration(), given, match.arguments());
        if (gap.isPresent() && !dialog.secret()) {
            for (var choice : dialog.choices()) {
                var line = gap.get().filled(MessageParts.of(choice)).text();
                content = content.with(Choice.of(choice, line));
            }
        }
        return new Asking(dialogs, dialog, content, () -> null);
    }
}
