package io.bellhop.plugins.code;

import io.bellhop.api.chat.Capability;
import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Connectors;
import io.bellhop.api.chat.Content;
import io.bellhop.api.command.Invocation;
import io.bellhop.plugins.code.answer.Comparison;
import io.bellhop.plugins.code.answer.Report;
import io.bellhop.plugins.code.history.Recorded;
import io.bellhop.plugins.code.history.RunLog;
import io.bellhop.plugins.code.turn.Done;

/** Makes the answers to runs, with what can be done next: as buttons where a platform has them. */
record Answers(Connectors connectors, RunLog log) {
    /** Answers a run. */
    Content of(Invocation asked, Done done) {
        var report = Report.of(done.ran(), asked.ref());
        return offering(content(report, done), asked, done, report.whole());
    }

    /** Answers the repeat of a run. */
    Content again(Invocation asked, Done done, Recorded before) {
        var report = Report.of(done.ran(), asked.ref());
        var content = content(report, done);
        var compared = content.with(content.text().line().add(Comparison.of(before, done.run())));
        return offering(compared, asked, done, report.whole());
    }

    private static Content content(Report report, Done done) {
        var content = report.content();
        return done.cut().isEmpty()
                ? content
                : content.with(content.text().line().add(done.cut()));
    }

    /** Numbered lines under each answer would be in the way; only what can't be seen otherwise is worth one. */
    private Content offering(Content answer, Invocation asked, Done done, boolean whole) {
        if (done.number().isEmpty()) {
            return answer;
        }
        int number = done.number().getAsInt();
        boolean hasButtons = has(asked, Capability.CHOICES);
        var offered = hasButtons ? answer.with(Choice.of("Re-run", "rerun " + number)) : answer;
        if (hasButtons) {
            offered = offeringChanges(offered, asked, number);
        }
        if (!whole && (hasButtons || !has(asked, Capability.UPLOADS))) {
            offered = offered.with(Choice.of("Show all", "history output " + number));
        }
        return hasButtons ? offered.with(Choice.of("Delete", "answer delete")) : offered;
    }

    private Content offeringChanges(Content answer, Invocation asked, int number) {
        return log.before(asked.user().id(), number)
                .map(edited -> answer.with(Choice.of("What changed", "history diff " + edited.number() + " " + number)))
                .orElse(answer);
    }

    private boolean has(Invocation asked, Capability capability) {
        return connectors
                .find(asked.channel().id().connector())
                .filter(connector -> connector.capabilities().contains(capability))
                .isPresent();
    }
}
