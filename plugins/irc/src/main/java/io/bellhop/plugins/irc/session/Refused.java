package io.bellhop.plugins.irc.session;

import java.io.IOException;

/** A network does not want us as we are; to ask again soon would not help. */
final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    private final boolean password;

    private Refused(String reason, boolean password) {
        super(reason);
        this.password = password;
    }

    /** For a reason that may go away, such as services that are down. */
    static Refused forNow(String reason) {
        return new Refused(reason, false);
    }

    /** The account's password was refused, as it is also where the services can't check it. */
    static Refused password(String reason) {
        return new Refused(reason, true);
    }

    boolean isPassword() {
        return password;
    }
}
