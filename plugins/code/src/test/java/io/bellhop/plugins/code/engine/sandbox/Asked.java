package io.bellhop.plugins.code.engine.sandbox;

import io.bellhop.plugins.code.engine.Input;
import io.bellhop.plugins.code.engine.Progress;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers at once what a program waits for, until there are no answers left, and counts how often it was asked. */
public final class Asked implements Progress {
    final AtomicInteger times = new AtomicInteger();

    private final Iterator<String> answers;

    public Asked(String... answers) {
        this.answers = List.of(answers).iterator();
    }

    @Override
    public Optional<Input> input() {
        return Optional.of(() -> {
            times.incrementAndGet();
            var answer = answers.hasNext() ? Optional.of(answers.next()) : Optional.<String>empty();
            return CompletableFuture.completedFuture(answer);
        });
    }
}
