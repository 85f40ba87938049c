package io.bellhop.plugins.code.engine.piston;

import java.time.Duration;
import java.util.Optional;

/**
 * A server did not do what it should. Its message is a clause about the server that says what to do, without address or
 * secret.
 */
final class ServerFailure extends Exception {
    private static final long serialVersionUID = 1;

    /** What it says about the server. */
    enum Kind {
        /** It is not there, or does not speak as it should. */
        AWAY,
        /** The connection to it broke, as when it dies, and perhaps no more than the connection. */
        LOST,
        /** It was there and failed; which may be the job's fault as much as its own. */
        FALTERING,
        /** It wants to be left alone for a time. */
        BUSY,
        /** It does not have the language any more. */
        LACKING
    }

    private final Kind kind;

    /** Whether the job may have begun; if so, it was not answered. */
    private final boolean begun;

    /** How long it wants to be left alone, if it says so; transient since nobody serializes this. */
    private final transient Optional<Duration> rest;

    private ServerFailure(Kind kind, String message, boolean begun, Optional<Duration> rest) {
        super(message);
        this.kind = kind;
        this.begun = begun;
        this.rest = rest;
    }

    static ServerFailure away(String message, boolean begun) {
        return new ServerFailure(Kind.AWAY, message, begun, Optional.empty());
    }

    static ServerFailure faltering(String message) {
        return new ServerFailure(Kind.FALTERING, message, true, Optional.empty());
    }

    static ServerFailure busy(Duration rest) {
        return new ServerFailure(Kind.BUSY, "has too much to do", false, Optional.of(rest));
    }

    static ServerFailure lacking() {
        return new ServerFailure(Kind.LACKING, "does not have that language any more", false, Optional.empty());
    }

    static ServerFailure lost() {
        var message = "broke off before it had answered; see whether it runs";
        return new ServerFailure(Kind.LOST, message, true, Optional.empty());
    }

    /** Says the same where no job was asked for. */
    ServerFailure ofLook() {
        return kind == Kind.FALTERING ? away(getMessage(), false) : this;
    }

    Kind kind() {
        return kind;
    }

    boolean begun() {
        return begun;
    }

    Optional<Duration> rest() {
        return rest;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
