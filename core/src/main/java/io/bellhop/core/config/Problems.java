package io.bellhop.core.config;

import io.bellhop.core.telemetry.Redaction;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong, so that all of it can be told at once. */
final class Problems {
    private final List<Problem> found = new ArrayList<>();

    void add(Place place, Key key, String what, String remedy) {
        found.add(Problem.at(place, key.toString(), Redaction.of(what), Redaction.of(remedy)));
    }

    int count() {
        return found.size();
    }

    void refuseAny() {
        if (!found.isEmpty()) {
            throw new ConfigurationException(found);
        }
    }
}
