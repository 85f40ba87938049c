package io.bellhop.core.command.run;

import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.MessageId;
import io.bellhop.api.command.Invocation;
import io.bellhop.core.event.pool.Cut;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The invocations that have been admitted and have not ended. Safe for use from any thread. */
@Singleton
public final class Invocations {
    private final ConcurrentHashMap<String, ActiveInvocation> active = new ConcurrentHashMap<>();
    private final Set<MessageId> spent = Collections.synchronizedSet(new Recent());
    private volatile boolean closed;

    @Inject
    Invocations() {}

    /**
     * Cancels an invocation: one's own, or, for an owner, anyone's.
     *
     * @param ref names the invocation
     * @param by who asks for it
     * @return false if there is none that they may cancel
     */
    public boolean cancel(String ref, Invocation by) {
        var invocation = active.get(ref);
        return invocation != null
                && (by.rank() >= Rank.OWNER
                        || invocation.seen().user().id().equals(by.user().id()))
                && invocation.end(Cut.CANCEL);
    }

    /**
     * Lists what someone has running, but for the asking itself, and whatever else asks by the same command.
     *
     * @param by who asks
     * @return the invocations, the oldest first
     */
    public List<Invocation> others(Invocation by) {
        return active.values().stream()
                .map(ActiveInvocation::seen)
                .filter(invocation -> !invocation.ref().equals(by.ref()))
                .filter(invocation ->
                        !invocation.command().name().equals(by.command().name()))
                .filter(invocation -> invocation.user().id().equals(by.user().id()))
                .sorted(Comparator.comparing(invocation -> invocation.message().time()))
                .toList();
    }

    /**
     * Returns how many there are.
     *
     * @return the count
     */
    public int count() {
        return active.size();
    }

    /**
     * Takes nothing new from now on, and waits until all have ended.
     *
     * @param patience how long to wait at most
     * @return true if none is left
     * @throws InterruptedException if the caller is interrupted
     */
    public synchronized boolean drain(Duration patience) throws InterruptedException {
        closed = true;
        long until = System.nanoTime() + patience.toNanos();
        while (!active.isEmpty() && System.nanoTime() < until) {
            wait(Math.max(1, (until - System.nanoTime()) / 1_000_000));
        }
        return active.isEmpty();
    }

    /** Cuts all that still runs, as the bot stops. */
    public void stop() {
        active.values().forEach(invocation -> invocation.end(Cut.STOP));
    }

    /**
     * Tells whether nothing new is taken.
     *
     * @return true if not
     */
    public boolean isClosed() {
        return closed;
    }

    /**
     * Cuts what a plugin, which is about to be unloaded, still runs.
     *
     * @param plugin its id
     */
    public void unload(String plugin) {
        for (var invocation : active.values()) {
            if (invocation.seen().command().plugin().id().equals(plugin)) {
                invocation.end(Cut.UNLOAD);
            }
        }
    }

    /**
     * Ends what a message asked for that is now gone.
     *
     * @param message the message
     */
    public void withdraw(MessageId message) {
        of(message).ifPresent(invocation -> invocation.end(Cut.WITHDRAWN));
    }

    /**
     * Makes way for what a message asks for since it was changed: ends what it asked for before, if that still waits,
     * or may run again.
     *
     * @param message the message
     * @return false if that has run, and is not to run twice
     */
    public boolean makeWay(MessageId message) {
        var before = of(message);
        if (before.isPresent() && !before.get().hasRun()) {
            return before.get().giveWay();
        }
        if (before.isPresent() && before.get().seen().command().rerunsOnEdit()) {
            before.get().end(Cut.WITHDRAWN);
            return true;
        }
        return before.isEmpty() && !spent.contains(message);
    }

    private Optional<ActiveInvocation> of(MessageId message) {
        return active.values().stream()
                .filter(invocation -> invocation.seen().message().id().equals(message))
                .findFirst();
    }

    private synchronized void wake() {
        notifyAll();
    }

    /**
     * Adds one that was admitted.
     *
     * @param invocation it
     */
    public void add(ActiveInvocation invocation) {
        active.put(invocation.seen().ref(), invocation);
    }

    /**
     * Removes one that has ended.
     *
     * @param invocation it
     */
    public void remove(ActiveInvocation invocation) {
        if (invocation.hasRun() && !invocation.seen().command().rerunsOnEdit()) {
            spent.add(invocation.seen().message().id());
        }
        active.remove(invocation.seen().ref());
        if (closed && active.isEmpty()) {
            wake();
        }
    }
}
