package io.bellhop.core.telemetry;

/** Stub until the merge. */
public final class Refs {
    private final java.util.concurrent.atomic.AtomicLong n = new java.util.concurrent.atomic.AtomicLong();

    @jakarta.inject.Inject
    public Refs() {}

    public String next() {
        return Long.toString(n.incrementAndGet(), 32);
    }
}
