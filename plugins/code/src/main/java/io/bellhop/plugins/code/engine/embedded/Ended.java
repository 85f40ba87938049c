package io.bellhop.plugins.code.engine.embedded;

import io.bellhop.plugins.code.engine.Verdict;

/** Thrown through the program's own frames, which can't catch it, to end it with a verdict. */
final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Verdict verdict;

    Ended(Verdict verdict) {
        super(null, null, false, false);
        this.verdict = verdict;
    }

    Verdict verdict() {
        return verdict;
    }
}
