package io.bellhop.api.plugin;

/** The handle of something that lasts until it is cancelled: a subscription, a timer. */
@FunctionalInterface
public interface Registration {
    /** Ends it. What is running goes on to its end; a second call does nothing. */
    void cancel();
}
