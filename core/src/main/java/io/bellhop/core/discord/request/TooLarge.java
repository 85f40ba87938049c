package io.bellhop.core.discord.request;

import java.io.IOException;

/** A file has more bytes than it said. */
public final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;

    public TooLarge() {
        super("The file is larger than it was said to be, and larger than Discord takes.");
    }
}
