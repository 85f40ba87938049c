package io.bellhop.core.discord.slash;

import io.bellhop.api.command.CommandDescription;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds where each command hangs: a path of one to three words. */
final class SlashPaths {
    private static final int DEEPEST = 3;
    private static final String CORE = "core";

    private final LeftOut leftOut;

    SlashPaths(LeftOut leftOut) {
        this.leftOut = leftOut;
    }

    /** A command and its path. */
    record Place(List<String> path, CommandDescription command) {
        String top() {
            return path.getFirst();
        }
    }

    /** Returns the places by the first word of their paths. */
    SortedMap<String, List<Place>> of(List<CommandDescription> commands) {
        var sorted = commands.stream()
                .sorted(Comparator.comparing(CommandDescription::name))
                .toList();
        var tops = new TreeMap<String, List<Place>>();
        for (var place : withoutBare(named(sorted, grouped(sorted)))) {
            tops.computeIfAbsent(place.top(), top -> new ArrayList<>()).add(place);
        }
        while (tops.size() > Limits.COMMANDS) {
            tops.pollLastEntry()
                    .getValue()
                    .forEach(place -> leftOut.command(place.command().name(), "there are 100 others"));
        }
        return tops;
    }

    /** Chooses the plugins whose commands stand under their ids: those with the most names, until all fit. */
    private static Set<String> grouped(List<CommandDescription> commands) {
        var plugins = topsOfPlugins(commands);
        int count = plugins.values().stream().mapToInt(Set::size).sum();
        var biggest = plugins.entrySet().stream()
                .filter(plugin -> !plugin.getKey().equals(CORE))
                .sorted(Comparator.comparingInt(plugin -> -plugin.getValue().size()))
                .iterator();
        var grouped = new HashSet<String>();
        while (count > Limits.COMMANDS && biggest.hasNext()) {
            var plugin = biggest.next();
            count -= plugin.getValue().size() - 1;
            grouped.add(plugin.getKey());
        }
        return grouped;
    }

    private static Map<String, Set<String>> topsOfPlugins(List<CommandDescription> commands) {
        return commands.stream()
                .collect(Collectors.groupingBy(
                        command -> command.plugin().id(),
                        TreeMap::new,
                        Collectors.mapping(command -> words(command).getFirst(), Collectors.toSet())));
    }

    private List<Place> named(List<CommandDescription> commands, Set<String> grouped) {
        var places = new TreeMap<String, Place>();
        for (var command : commands) {
            var path = path(command, grouped.contains(command.plugin().id()));
            if (!path.stream().allMatch(Limits::isName)) {
                leftOut.command(command.name(), "a name there has at most 32 letters, digits, - and _");
            } else if (places.putIfAbsent(String.join(" ", path), new Place(path, command)) != null) {
                leftOut.command(command.name(), "another is called /" + String.join(" ", path));
            }
        }
        return List.copyOf(places.values());
    }

    private static List<String> path(CommandDescription command, boolean grouped) {
        var path = new ArrayList<>(words(command));
        var id = command.plugin().id();
        if (grouped && !path.getFirst().equals(id)) {
            path.addFirst(id);
        }
        while (path.size() > DEEPEST) {
            var last = path.removeLast();
            path.addLast(path.removeLast() + "-" + last);
        }
        return List.copyOf(path);
    }

    private static List<String> words(CommandDescription command) {
        return List.of(command.name().split(" ", -1));
    }

    /** On Discord a command is either runnable or has sub-commands, so what is both becomes one of them. */
    private List<Place> withoutBare(List<Place> places) {
        var paths = places.stream().map(Place::path).collect(Collectors.toSet());
        var branches = new HashSet<List<String>>();
        paths.forEach(path -> {
            for (int depth = 1; depth < path.size(); depth++) {
                branches.add(path.subList(0, depth));
            }
        });
        var moved = new ArrayList<Place>();
        for (var place : places) {
            var path = branches.contains(place.path()) ? itself(place.path()) : place.path();
            if (!path.equals(place.path()) && paths.contains(path)) {
                leftOut.command(place.command().name(), "its own place, /" + String.join(" ", path) + ", is taken");
            } else {
                moved.add(new Place(path, place.command()));
            }
        }
        return moved;
    }

    private static List<String> itself(List<String> path) {
        var longer = new ArrayList<>(path);
        longer.add(SlashTree.ITSELF);
        return List.copyOf(longer);
    }
}
