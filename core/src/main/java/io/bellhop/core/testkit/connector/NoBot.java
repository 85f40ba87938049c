package io.bellhop.core.testkit.connector;

import io.bellhop.core.command.register.CommandNames;
import java.util.List;
import java.util.Optional;

/** No bot stands behind a connector under test. */
final class NoBot implements CommandNames {
    @Override
    public List<String> shown() {
        return List.of();
    }

    @Override
    public boolean takesCode(String line) {
        return false;
    }

    @Override
    public Optional<String> plugin(String line) {
        return Optional.empty();
    }

    @Override
    public boolean takesSecret(String line) {
        return false;
    }
}
