package io.bellhop.core.command.run;

import io.bellhop.api.chat.Content;
import io.bellhop.core.command.ask.Asking;
import io.bellhop.core.command.reply.ReplyPath;
import io.bellhop.core.error.Faults;
import io.bellhop.core.telemetry.InvocationFields;
import io.bellhop.core.telemetry.trace.InvocationTrace;
import io.bellhop.core.telemetry.trace.Stage;
import org.jspecify.annotations.Nullable;

/** What is said to the user of an invocation at its end, and told of it to those who watch. */
record LastWord(ReplyPath replies, InvocationFields fields, InvocationTrace trace, Faults faults) {
    /** Says what the command has answered, if anything. */
    void answer(@Nullable Content reply) {
        trace.stage(Stage.REPLY);
        if (reply == null) {
            replies.end();
        } else {
            replies.last(reply);
        }
    }

    /** Asks, so that the answer goes on; an answer that is there already goes on by itself. */
    void ask(Asking asking) {
        trace.stage(Stage.REPLY);
        var answered = asking.open(replies::last);
        if (answered != null) {
            replies.endWith(answered);
        }
    }

    /** Says why there is no answer, or asks for what mends that. */
    void excuse(BadEnd end, @Nullable Asking remedy) {
        if (end.isFault()) {
            faults.report(
                    fields.plugin(), "command " + fields.command() + " (ref " + fields.ref() + ")", end.failure());
        }
        trace.failed(end.failure());
        if (remedy == null) {
            answer(Content.of(end.text()));
        } else {
            ask(remedy);
        }
    }
}
