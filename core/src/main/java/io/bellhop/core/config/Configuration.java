package io.bellhop.core.config;

import io.bellhop.core.config.Value.Section;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code bellhop.yaml} and the environment say. The environment wins: the key {@code discord.token} is
 * {@code BELLHOP_DISCORD_TOKEN}, and {@code BELLHOP_DISCORD_TOKEN_FILE} names a file that holds the secret. Every
 * secret that is read is redacted from the logs from then on. Immutable; safe for use from any thread.
 */
public final class Configuration {
    private static final long LARGEST = 1 << 20;
    private static final String PLUGINS = "plugins";
    private static final Place CHAT = Place.of("chat");

    private final Section root;
    private final Map<String, String> environment;

    private Configuration(Section root, Map<String, String> environment) {
        this.root = root;
        this.environment = environment;
    }

    /**
     * Reads a file.
     *
     * @param bellhopYaml the file; if it does not exist it counts as empty
     * @param environment the environment's variables
     * @return what was read, not yet checked against any record
     * @throws ConfigurationException if the file can't be read, or is no plain YAML
     */
    public static Configuration load(Path bellhopYaml, Map<String, String> environment) {
        return new Configuration(Yaml.read(bellhopYaml.toString(), text(bellhopYaml)), Map.copyOf(environment));
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw unreadable(file, "is larger than 1 MiB");
            }
            String text = Files.readString(file);
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (NoSuchFileException _) {
            return "";
        } catch (CharacterCodingException _) {
            throw unreadable(file, "is not written in UTF-8");
        } catch (IOException e) {
            throw unreadable(file, "can't be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static ConfigurationException unreadable(Path file, String what) {
        return new ConfigurationException(List.of(Problem.at(Place.of(file.toString()), "", what, "")));
    }

    /**
     * Makes a record of a section.
     *
     * @param type a record as {@link io.bellhop.api.plugin.Config} describes it, of any class loader; not remembered
     * @param section the section's key: empty for the core's own, {@code plugins.ID} for a plugin's
     * @return the record
     * @throws ConfigurationException if keys are unknown, or values missing or wrong
     */
    public <T extends Record> T bind(Class<T> type, String section) {
        Key key = Key.of(section);
        return bound(type, key, alsoKnown(key), false);
    }

    /**
     * Makes a record of a section that other records share.
     *
     * @param type as in {@link #bind(Class, String)}
     * @param section the section's key
     * @param others the keys of the other records
     * @return the record
     * @throws ConfigurationException if keys are unknown, or values missing or wrong
     */
    public <T extends Record> T bind(Class<T> type, String section, Set<String> others) {
        Key key = Key.of(section);
        return bound(
                type,
                key,
                Stream.concat(alsoKnown(key).stream(), others.stream()).collect(Collectors.toSet()),
                false);
    }

    /**
     * Makes a record of a section that other records share, and of values that were set elsewhere, which win. Both the
     * values and what is found wrong with them are written in one line.
     *
     * @param type a record of values that {@linkplain Inline#fits fit in a line}
     * @param section the section's key
     * @param set what was set elsewhere, by the section's keys
     * @return the record
     * @throws ConfigurationException if values are missing or wrong
     */
    public <T extends Record> T bind(Class<T> type, String section, Map<String, String> set) {
        Key key = Key.of(section);
        var problems = new Problems();
        Section written = only(type, section(key, problems));
        var values = new HashMap<>(written.values());
        var variables = new HashMap<>(environment);
        for (var component : type.getRecordComponents()) {
            var name = KebabCase.of(component.getName());
            var text = set.get(name);
            if (text != null) {
                values.put(name, inline(component.getType(), text));
                variables.remove(key.child(name).variable());
            }
        }
        Object bound = new Binder(new Environment(variables, problems), problems)
                .record(type, key, new Section(values, written.place()), Set.of());
        problems.refuseAny();
        return type.cast(Objects.requireNonNull(bound));
    }

    /**
     * Tells whether the file or the environment says something of a key.
     *
     * @param section the key of its section
     * @param name its name in there
     * @return true if it is set
     */
    public boolean sets(String section, String name) {
        var problems = new Problems();
        Key key = Key.of(section);
        return section(key, problems).values().containsKey(name)
                || new Environment(environment, problems).sets(key.child(name));
    }

    private static Value inline(Class<?> type, String text) {
        return type == List.class ? Environment.split(text, CHAT) : new Value.Scalar(text, CHAT);
    }

    /**
     * Returns what a plugin's JAR must hash to: the key {@code plugins.ID.sha256}.
     *
     * @param pluginId the plugin
     * @return 64 hexadecimal digits in lower case, if set
     * @throws ConfigurationException if it is set to something else
     */
    public Optional<String> sha256(String pluginId) {
        return bound(Pin.class, Key.of(PLUGINS).child(pluginId), Set.of(), true).hash();
    }

    /**
     * Returns which plugins have a section.
     *
     * @return their ids, as they are written
     */
    public Set<String> pluginIds() {
        return root.values().get(PLUGINS) instanceof Section section
                ? Set.copyOf(section.values().keySet())
                : Set.of();
    }

    private <T extends Record> T bound(Class<T> type, Key key, Set<String> alsoKnown, boolean lenient) {
        var problems = new Problems();
        Section section = section(key, problems);
        Section seen = lenient ? only(type, section) : section;
        Object bound = new Binder(new Environment(environment, problems), problems).record(type, key, seen, alsoKnown);
        problems.refuseAny();
        return type.cast(Objects.requireNonNull(bound));
    }

    private static Set<String> alsoKnown(Key key) {
        return switch (key.names().size()) {
            case 0 -> Set.of(PLUGINS);
            case 2 -> key.names().getFirst().equals(PLUGINS) ? Set.of("sha256") : Set.of();
            default -> Set.of();
        };
    }

    private static Section only(Class<?> type, Section section) {
        var values = new HashMap<>(section.values());
        values.keySet().retainAll(new KnownKeys(type, Set.of()).all());
        return new Section(values, section.place());
    }

    private Section section(Key key, Problems problems) {
        Section section = root;
        for (int depth = 0; depth < key.names().size(); depth++) {
            section = inside(section, key.upTo(depth + 1), problems);
        }
        return section;
    }

    private static Section inside(Section section, Key key, Problems problems) {
        return switch (section.values().get(key.last())) {
            case null -> Section.empty(section.place());
            case Section found -> found;
            case Value other -> {
                String what = "is " + other.shape() + ", not a section";
                problems.add(other.place(), key, what, "Put its keys on the lines below, indented.");
                yield Section.empty(other.place());
            }
        };
    }

    record Pin(Optional<String> sha256) {
        Pin {
            if (sha256.filter(hash -> !hash.matches("[0-9a-fA-F]{64}")).isPresent()) {
                throw new IllegalArgumentException("sha256 is not a SHA-256 hash, which has 64 hexadecimal digits");
            }
        }

        Optional<String> hash() {
            return sha256.map(hash -> hash.toLowerCase(Locale.ROOT));
        }
    }
}
