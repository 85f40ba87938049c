package io.bellhop.core.config;

import io.bellhop.api.plugin.Secret;
import io.bellhop.core.config.Value.Items;
import io.bellhop.core.config.Value.Scalar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the environment says of a key. A variable that is set to nothing counts as not set. */
record Environment(Map<String, String> variables, Problems problems) {
    private static final String FILE = "_FILE";
    private static final long LARGEST_SECRET = 65_536;

    /** Whether the key, or one below it, is set. */
    boolean sets(Key key) {
        String variable = key.variable();
        return variables.entrySet().stream()
                .filter(entry -> !entry.getValue().isBlank())
                .anyMatch(entry ->
                        entry.getKey().equals(variable) || entry.getKey().startsWith(variable + "_"));
    }

    Optional<Value> scalar(Key key, Class<?> type) {
        return type == Secret.class ? secret(key) : variable(key.variable());
    }

    Optional<Value> items(Key key) {
        return text(key.variable()).map(text -> split(text, Place.of(key.variable())));
    }

    private Optional<Value> variable(String name) {
        return text(name).map(text -> new Scalar(text, Place.of(name)));
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(variables.get(name)).filter(text -> !text.isBlank());
    }

    static Items split(String text, Place place) {
        return new Items(
                Stream.of(text.split(","))
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .<Value>map(item -> new Scalar(item, place))
                        .toList(),
                place);
    }

    private Optional<Value> secret(Key key) {
        Optional<Value> direct = variable(key.variable());
        String fileVariable = key.variable() + FILE;
        Optional<String> file = text(fileVariable);
        if (direct.isPresent() && file.isPresent()) {
            problems.add(
                    Place.of(fileVariable),
                    key,
                    "is set twice",
                    "Unset " + fileVariable + " or " + key.variable() + ".");
            return direct;
        }
        return file.isPresent() ? contents(key, file.get(), Place.of(fileVariable)) : direct;
    }

    private Optional<Value> contents(Key key, String file, Place place) {
        try {
            Path path = Path.of(file);
            if (Files.size(path) > LARGEST_SECRET) {
                problems.add(place, key, "names a file that is too large for a secret", "");
                return Optional.empty();
            }
            String text = Files.readString(path, StandardCharsets.UTF_8);
            return Optional.of(new Scalar(text.replaceFirst("\\R\\z", ""), place));
        } catch (IOException | InvalidPathException e) {
            String reason = e.getClass().getSimpleName();
            problems.add(place, key, "names a file that can't be read (" + reason + ")", "Check its path and rights.");
            return Optional.empty();
        }
    }
}
