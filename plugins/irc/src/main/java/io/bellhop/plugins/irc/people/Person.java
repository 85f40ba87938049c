package io.bellhop.plugins.irc.people;

import io.bellhop.plugins.irc.wire.Source;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Someone on a network, as long as they are connected: the same object through changes of nick, host and account.
 * Written by the network's own thread, read by any.
 */
public final class Person {
    private volatile Source source;
    private volatile Optional<String> account = Optional.empty();
    private volatile boolean operator;
    private volatile boolean bot;
    private volatile boolean gone;
    private volatile long heardNanos;
    /** How many channels they share with us; 0 means that we would not learn of their leaving. */
    private final AtomicInteger shared = new AtomicInteger();

    Person(Source source) {
        this.source = source;
    }

    /** {@return nick, user name and host, as of now} */
    public Source source() {
        return source;
    }

    /** {@return their services account, or empty if they are not known to be logged in} */
    public Optional<String> account() {
        return account;
    }

    /** {@return whether the server last called them an operator, and they have an account} */
    public boolean administers() {
        return operator && account.isPresent();
    }

    /** {@return whether they have said that they are a program} */
    public boolean bot() {
        return bot;
    }

    /** {@return what names them on this network: their account, or else nick, user name and host together} */
    public String identity() {
        return account.orElseGet(source::toString);
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
    }

    void account(Optional<String> newAccount) {
        account = newAccount;
    }

    void operator(boolean isOperator) {
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
