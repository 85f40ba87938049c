package io.bellhop.core.people;

import io.bellhop.api.chat.UserId;
import io.bellhop.core.error.Faults;
import io.bellhop.core.event.Time;
import io.bellhop.core.storage.Databases;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Asks the core's features and all plugins that run for what they keep about someone, or to delete it. */
final class People {
    private static final String FEATURE = "core ";

    private final Set<Belongings> features;
    private final Keepers keepers;
    private final Wishes wishes;
    private final Databases databases;
    private final Time time;
    private final Faults faults;

    @Inject
    People(Set<Belongings> features, Keepers keepers, Wishes wishes, Databases databases, Time time, Faults faults) {
        this.features = features;
        this.keepers = keepers;
        this.wishes = wishes;
        this.databases = databases;
        this.time = time;
        this.faults = faults;
    }

    /** Gathers what is kept: by whom, under which name, as maps, lists and values. Waits for the disk. */
    CompletionStage<Answers<Map<String, Object>>> export(UserId user) {
        var inquiry = new Inquiry<Map<String, Object>>(time, faults, Map::isEmpty);
        for (var keeper : keepers.all()) {
            inquiry.add(keeper.plugin(), keeper.export(user));
        }
        for (var feature : features) {
            inquiry.ask(name(feature), () -> Parts.plain(feature.export(user)));
        }
        return inquiry.answers(absent());
    }

    /** Deletes what is kept, now or, where that fails, when the plugin is loaded next. Waits for the disk. */
    CompletionStage<Answers<List<String>>> forget(UserId user) {
        wishes.add(user, concerned()).toCompletableFuture().join();
        var inquiry = new Inquiry<List<String>>(time, faults, List::isEmpty);
        for (var keeper : keepers.all()) {
            inquiry.add(keeper.plugin(), forget(keeper, user));
        }
        for (var feature : features) {
            inquiry.ask(name(feature), () -> feature.forget(user));
        }
        return inquiry.answers(absent());
    }

    private CompletableFuture<List<String>> forget(Keeper keeper, UserId user) {
        return keeper.forget(user).thenApply(gone -> {
            wishes.fulfilled(user, keeper.plugin());
            return gone;
        });
    }

    private static String name(Belongings feature) {
        return FEATURE + feature.name();
    }

    /** Tells a feature of the core from a plugin, whose name has no space. */
    static boolean isFeature(String name) {
        return name.startsWith(FEATURE);
    }

    private List<String> concerned() {
        var concerned = new ArrayList<>(absent());
        keepers.all().stream()
                .filter(keeper -> !keeper.data().isEmpty())
                .map(Keeper::plugin)
                .forEach(concerned::add);
        return concerned;
    }

    /** Returns the plugins that have a database, and nobody who could be asked. */
    private List<String> absent() {
        return databases.plugins().stream()
                .filter(plugin -> !keepers.has(plugin))
                .toList();
    }
}
