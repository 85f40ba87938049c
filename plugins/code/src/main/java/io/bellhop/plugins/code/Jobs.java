package io.bellhop.plugins.code;

import io.bellhop.api.error.BellhopException;
import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.choice.Ran;
import io.bellhop.plugins.code.request.Order;
import io.bellhop.plugins.code.turn.JobRunner;

/** Has orders run by the engines that have their languages. */
record Jobs(Languages languages) implements JobRunner {
    @Override
    public String language(Order order) {
        return offer(order.program().language()).language().name();
    }

    @Override
    public Ran run(Order order, Progress progress) throws InterruptedException {
        var offer = offer(order.program().language());
        var job = order.job(offer.language());
        return new Ran(
                offer.language().name(),
                offer.engine().name(),
                job,
                offer.engine().run(job, progress));
    }

    Offer offer(String name) {
        return languages.find(name).orElseThrow(() -> unknown(name));
    }

    private BellhopException unknown(String name) {
        if (name.isEmpty()) {
            return BellhopException.user(
                    "code.no-language",
                    "In which language? Name it after the command, or right after the opening fence: js, for example.");
        }
        var hint = languages
                .nearest(name)
                .map(near -> "Did you mean " + near + "?")
                .orElse("The command languages lists those that can be run.");
        return BellhopException.user("code.unknown-language", "There is no language " + name + " here. " + hint);
    }
}
