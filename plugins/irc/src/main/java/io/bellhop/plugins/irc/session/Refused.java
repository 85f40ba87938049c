package io.bellhop.plugins.irc.session;

import java.io.IOException;

/** A network does not want us as we are; to ask again would not help. */
final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    Refused(String reason) {
        super(reason);
    }
}
