package io.bellhop.plugins.scripts;

import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.Suggestion;
import io.bellhop.plugins.scripts.store.Finder;
import io.bellhop.plugins.scripts.store.Here;
import io.bellhop.plugins.scripts.store.Script;
import io.bellhop.plugins.scripts.store.Version;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the script that somebody means: their own before all others, then the one that is shared most nearly. Where
 * several are as near, it has to be said whose.
 */
final class Lookup {
    private static final int MOST_GUESSED = 500;

    private final Finder finder;

    Lookup(Finder finder) {
        this.finder = finder;
    }

    Script any(Here here, Reference reference) {
        var found = finder.named(here, reference.name().value()).stream()
                .filter(script ->
                        reference.author().map(script.author()::isCalled).orElse(true))
                .toList();
        if (found.isEmpty()) {
            throw unknown(here, reference);
        }
        var nearest = found.stream()
                .filter(script -> isAsNear(script, found.getFirst()))
                .toList();
        if (nearest.size() > 1) {
            throw ambiguous(nearest);
        }
        return nearest.getFirst();
    }

    /** Finds a script that is to be changed, which only its author may. */
    Script own(Here here, Name name) {
        var found = finder.named(here, name.value());
        if (found.isEmpty()) {
            throw unknown(here, new Reference(Optional.empty(), name));
        }
        if (!found.getFirst().own()) {
            throw BellhopException.user(
                    "script.not-yours",
                    name.value() + " is " + found.getFirst().author().name()
                            + "'s. Save a script of your own to change it.");
        }
        return found.getFirst();
    }

    Version version(Script script, int number) {
        return finder.version(script, number).orElseThrow(() -> noVersion(script, number));
    }

    Version last(Script script) {
        return version(script, script.version());
    }

    /** Finds the version before another, or refuses if there is none. */
    Version before(Script script, int number) {
        return finder.versions(script).stream()
                .filter(one -> one < number)
                .reduce((first, second) -> second)
                .flatMap(one -> finder.version(script, one))
                .orElseThrow(() -> BellhopException.user(
                        "script.no-version", "There is no version of " + script.name() + " before " + number + "."));
    }

    private BellhopException noVersion(Script script, int number) {
        var versions = finder.versions(script);
        if (versions.isEmpty()) {
            return BellhopException.user("script.unknown", script.name() + " was deleted at this very moment.");
        }
        var kept = versions.size() == 1
                ? "only version " + versions.getFirst()
                : "the versions " + versions.getFirst() + " to " + versions.getLast();
        return BellhopException.user(
                "script.no-version", script.name() + " has no version " + number + ", but " + kept + ".");
    }

    private BellhopException unknown(Here here, Reference reference) {
        var names =
                finder.list(here, 0, MOST_GUESSED).stream().map(Lookup::called).toList();
        var hint = Suggestion.nearest(reference.toString(), names)
                .map(near -> "Did you mean " + near + "?")
                .orElse("The command script list shows yours, and those that others share here.");
        return BellhopException.user("script.unknown", "There is no script " + reference + " here. " + hint);
    }

    private static BellhopException ambiguous(List<Script> scripts) {
        var authors = scripts.stream()
                .map(script -> script.author().name())
                .distinct()
                .count();
        var called = scripts.stream()
                .map(script -> authors == scripts.size()
                        ? called(script)
                        : script.author().id().id() + "/" + script.name())
                .collect(Collectors.joining(" or "));
        return BellhopException.user("script.ambiguous", "Several people share this here. Say whose: " + called + ".");
    }

    private static boolean isAsNear(Script script, Script nearest) {
        return script.own() == nearest.own() && script.reach().equals(nearest.reach());
    }

    /** Returns what a script is called by the one who found it. */
    static String called(Script script) {
        return script.own() ? script.name() : typed(script.author().name() + "/" + script.name());
    }

    /** Returns a word as it has to be typed: in quotes if it would be taken for several. */
    static String typed(String word) {
        boolean plain = word.chars().noneMatch(c -> Character.isWhitespace(c) || c == '"' || c == '\\');
        return plain ? word : '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
