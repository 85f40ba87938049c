package io.bellhop.plugins.irc.people;

import io.bellhop.plugins.irc.wire.Source;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * Someone on a network, as long as they are connected: the same object through changes of nick, host and account.
 * Written by the network's own thread, read by any.
 */
public final class Person {
    /** For so long the server's word counts that someone is an operator, for whoever was one may be none by now. */
    static final Duration STANDING = Duration.ofMinutes(10);

    private final LongSupplier nanos;
    private volatile Source source;
    private volatile Optional<String> account = Optional.empty();
    private volatile String identity;
    private volatile boolean operator;
    private volatile long operatorNanos;
    private volatile boolean bot;
    private volatile boolean gone;
    private volatile long heardNanos;
    /** How many channels they share with us; 0 means that we would not learn of their leaving. */
    private final AtomicInteger shared = new AtomicInteger();

    /** The time is in nanoseconds from some moment on. */
    Person(Source source, LongSupplier nanos) {
        this.nanos = nanos;
        this.source = source;
        this.identity = source.toString();
    }

    /** {@return nick, user name and host, as of now} */
    public Source source() {
        return source;
    }

    /** {@return their services account, or empty if they are not known to be logged in} */
    public Optional<String> account() {
        return account;
    }

    /** {@return whether the server has called them an operator of late, and they have an account} */
    public boolean administers() {
        return operator && nanos.getAsLong() - operatorNanos < STANDING.toNanos() && account.isPresent();
    }

    /** {@return whether they have said that they are a program} */
    public boolean bot() {
        return bot;
    }

    /** {@return what names them on this network: their account, or else nick, user name and host together} */
    public String identity() {
        return identity;
    }

    boolean isGone() {
        return gone;
    }

    boolean isShared() {
        return shared.get() > 0;
    }

    long heardNanos() {
        return heardNanos;
    }

    void source(Source newSource) {
        source = newSource;
        identity = account.orElseGet(newSource::toString);
    }

    void account(Optional<String> newAccount) {
        account = newAccount;
        identity = newAccount.orElseGet(source::toString);
    }

    void operator(boolean isOperator) {
        operatorNanos = nanos.getAsLong();
        operator = isOperator;
    }

    void isBot() {
        bot = true;
    }

    void heard(long nanos) {
        heardNanos = nanos;
    }

    void joined() {
        shared.incrementAndGet();
    }

    void parted() {
        shared.decrementAndGet();
    }

    void left() {
        gone = true;
    }
}
