package io.bellhop.plugins.code;

import io.bellhop.plugins.code.engine.Progress;
import io.bellhop.plugins.code.engine.choice.Engines;
import io.bellhop.plugins.code.engine.choice.Ran;
import io.bellhop.plugins.code.request.Order;
import io.bellhop.plugins.code.turn.JobRunner;

/** Has orders run by the engines that have their languages. */
record Jobs(Engines engines) implements JobRunner {
    @Override
    public String language(Order order) {
        return engines.required(order.program().language()).name();
    }

    @Override
    public Ran run(Order order, Progress progress) throws InterruptedException {
        return engines.run(order.program().language(), order::job, progress);
    }
}
