package io.bellhop.core.app;

import java.io.IOException;
import java.io.OutputStream;

/** The bot itself, from start to end. */
final class Bot {
    private Bot() {}

    /** Runs until the input ends; returns the exit code. */
    static int run(Home home, Options options) throws StartRefused {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
            return 0;
        } catch (IOException e) {
            throw StartRefused.unusable(home.folder(), e);
        }
    }
}
