package io.bellhop.core.config;

import io.bellhop.core.config.Value.Items;
import io.bellhop.core.config.Value.Scalar;
import io.bellhop.core.config.Value.Section;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the plain part of YAML from its events, which know their lines: sections, lists and values. Anchors, aliases
 * and tags, with which a small file can become huge or make objects, are refused.
 */
final class Yaml {
    private static final int DEEPEST = 32;

    private final String file;
    private final Iterator<Event> events;

    private Yaml(String file, Iterator<Event> events) {
        this.file = file;
        this.events = events;
    }

    static Section read(String file, String text) {
        var settings = LoadSettings.builder().setLabel(file).build();
        var yaml = new Yaml(file, new Parse(settings).parseString(text).iterator());
        try {
            return yaml.document();
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            throw refused(new Place(file, line), "can't be read: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw refused(Place.of(file), "can't be read: " + e.getMessage());
        }
    }

    private Section document() {
        events.next(); // the stream's start
        if (events.next().getEventId() == Event.ID.StreamEnd) {
            return Section.empty(Place.of(file));
        }
        Event start = events.next();
        Optional<Value> root = value(start, place(start), 0);
        Event after = skip();
        if (after.getEventId() != Event.ID.StreamEnd) {
            throw refused(place(after), "holds a second document");
        }
        return switch (root.orElse(Section.empty(Place.of(file)))) {
            case Section section -> new Section(section.values(), Place.of(file));
            case Value other -> throw refused(other.place(), "holds " + other.shape() + " where keys should be");
        };
    }

    private Event skip() {
        events.next(); // the document's end
        return events.next();
    }

    private Optional<Value> value(Event event, Place place, int depth) {
        if (depth > DEEPEST) {
            throw refused(place(event), "is nested too deeply");
        }
        refuseTrickery(event);
        return switch (event) {
            case MappingStartEvent _ -> Optional.of(new Section(mapping(depth), place));
            case SequenceStartEvent _ -> Optional.of(new Items(sequence(depth), place));
            case ScalarEvent scalar when isNull(scalar) -> Optional.empty();
            case ScalarEvent scalar -> Optional.of(new Scalar(scalar.getValue(), place));
            default -> throw refused(place(event), "holds something that a configuration can't have");
        };
    }

    private Map<String, Value> mapping(int depth) {
        var values = new LinkedHashMap<String, Value>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            refuseTrickery(event);
            if (!(event instanceof ScalarEvent key)) {
                throw refused(place(event), "holds a key that is not a word");
            }
            Event written = events.next();
            Optional<Value> value = value(written, place(key), depth + 1);
            if (value.isPresent() && values.putIfAbsent(key.getValue(), value.get()) != null) {
                throw refused(place(key), "sets " + key.getValue() + " a second time in the same section");
            }
        }
        return values;
    }

    private List<Value> sequence(int depth) {
        var values = new ArrayList<Value>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            value(event, place(event), depth + 1).ifPresent(values::add);
        }
        return values;
    }

    private void refuseTrickery(Event event) {
        if (event instanceof AliasEvent
                || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
            throw refused(place(event), "holds an anchor or alias (& or *): write the value out, or put it in quotes");
        }
        if (tag(event).isPresent()) {
            throw refused(place(event), "holds a tag: put a value that begins with ! in quotes, such as \"!\"");
        }
    }

    private static Optional<String> tag(Event event) {
        return switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case MappingStartEvent mapping -> mapping.getTag();
            case SequenceStartEvent sequence -> sequence.getTag();
            default -> Optional.empty();
        };
    }

    private static boolean isNull(ScalarEvent scalar) {
        return scalar.isPlain()
                && switch (scalar.getValue()) {
                    case "", "~", "null" -> true;
                    default -> false;
                };
    }

    private Place place(Event event) {
        return new Place(file, event.getStartMark().map(Mark::getLine).orElse(-1) + 1);
    }

    private static ConfigurationException refused(Place place, String what) {
        return new ConfigurationException(List.of(Problem.at(place, "", what, "")));
    }
}
