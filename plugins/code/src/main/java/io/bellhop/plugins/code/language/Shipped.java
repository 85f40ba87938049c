package io.bellhop.plugins.code.language;

import io.bellhop.plugins.code.language.LanguageEntry.BoilerplateEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads the languages that come with the plugin. */
final class Shipped {
    private static final String RESOURCE = "languages.yaml";

    private final Map<?, ?> section;

    private Shipped(Object section) {
        this.section = (Map<?, ?>) section;
    }

    static SequencedMap<String, LanguageEntry> entries() {
        try (var stream = Objects.requireNonNull(Shipped.class.getResourceAsStream(RESOURCE))) {
            var read = new Load(LoadSettings.builder().setLabel(RESOURCE).build()).loadFromInputStream(stream);
            var entries = new LinkedHashMap<String, LanguageEntry>();
            ((Map<?, ?>) read).forEach((name, section) -> entries.put((String) name, new Shipped(section).entry()));
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LanguageEntry entry() {
        return new LanguageEntry(
                words("aliases"),
                word("highlight"),
                word("file"),
                texts("files"),
                word("opaque"),
                words("entries"),
                get("boilerplate").map(written -> new Shipped(written).boilerplate()),
                words("version"),
                words("compile"),
                number("compile-memory"),
                words("run"),
                number("run-memory"),
                texts("environment"),
                words("roots"),
                word("need"));
    }

    private BoilerplateEntry boilerplate() {
        return new BoilerplateEntry(
                word("unless").orElseThrow(),
                word("hoist"),
                word("mark"),
                texts("imports"),
                word("binds"),
                word("before").orElseThrow(),
                word("after").orElseThrow());
    }

    private Optional<Object> get(String key) {
        @Nullable Object value = section.get(key);
        return Optional.ofNullable(value);
    }

    private Optional<String> word(String key) {
        return get(key).map(String.class::cast);
    }

    private Optional<Integer> number(String key) {
        return get(key).map(Integer.class::cast);
    }

    private Optional<List<String>> words(String key) {
        return get(key).map(list ->
                ((List<?>) list).stream().map(String.class::cast).toList());
    }

    private Optional<Map<String, String>> texts(String key) {
        return get(key).map(written -> {
            var texts = new LinkedHashMap<String, String>();
            ((Map<?, ?>) written).forEach((name, text) -> texts.put((String) name, (String) text));
            return texts;
        });
    }
}
