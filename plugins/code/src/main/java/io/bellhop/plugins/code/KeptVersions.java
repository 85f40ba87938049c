package io.bellhop.plugins.code;

import io.bellhop.api.error.BellhopException;
import io.bellhop.api.storage.KeyValue;
import io.bellhop.plugins.code.language.VersionNotes;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps versions over restarts. */
record KeptVersions(KeyValue values) implements VersionNotes {
    private static final Logger LOG = LoggerFactory.getLogger(KeptVersions.class);
    private static final Duration LIFE = Duration.ofDays(30);

    @Override
    public Optional<String> find(String program) {
        try {
            return values.get(key(program), String.class);
        } catch (BellhopException e) {
            tell(e);
            return Optional.empty();
        }
    }

    @Override
    public void note(String program, String version) {
        try {
            values.put(key(program), version, LIFE);
        } catch (BellhopException e) {
            tell(e);
        }
    }

    /** Whoever is interrupted can't reach the database either, and looks for nothing any more. */
    private static void tell(BellhopException failure) {
        if (!Thread.currentThread().isInterrupted()) {
            LOG.warn("A version is not kept, so its program is asked again", failure);
        }
    }

    private static String key(String program) {
        return "version " + program;
    }
}
