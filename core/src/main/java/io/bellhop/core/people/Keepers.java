package io.bellhop.core.people;

import io.bellhop.api.chat.UserId;
import io.bellhop.api.plugin.Registration;
import io.bellhop.api.storage.PersonalData;
import io.bellhop.core.error.Faults;
import io.bellhop.core.event.pool.PluginPool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plugins that run. One that comes forgets those who have asked for that while it was away. Safe for use from any
 * thread.
 */
@Singleton
final class Keepers implements PersonalDataHost {
    private static final Logger log = LoggerFactory.getLogger(Keepers.class);

    private final Map<String, Keeper> running = new ConcurrentHashMap<>();
    private final Wishes wishes;
    private final Faults faults;

    @Inject
    Keepers(Wishes wishes, Faults faults) {
        this.wishes = wishes;
        this.faults = faults;
    }

    @Override
    public Registration add(String plugin, PluginPool pool, List<Object> instances) {
        var data = instances.stream()
                .filter(PersonalData.class::isInstance)
                .map(PersonalData.class::cast)
                .toList();
        var keeper = new Keeper(plugin, pool, data);
        running.put(plugin, keeper); // first: whoever wishes from now on asks it, and earlier wishes are found
        wishes.of(plugin).whenComplete((users, failure) -> fulfil(keeper, users, failure));
        return () -> running.remove(plugin, keeper);
    }

    /** Returns the plugins that run. */
    List<Keeper> all() {
        return List.copyOf(running.values());
    }

    /** Tells whether a plugin runs. */
    boolean has(String plugin) {
        return running.containsKey(plugin);
    }

    private void fulfil(Keeper keeper, List<UserId> users, @Nullable Throwable failure) {
        if (failure != null) {
            log.error("who is to be forgotten by plugin {} can't be read", keeper.plugin(), failure);
            return;
        }
        users.forEach(user -> fulfil(keeper, user));
    }

    private void fulfil(Keeper keeper, UserId user) {
        var _ = keeper.forget(user).whenComplete((gone, failure) -> {
            if (failure == null) {
                wishes.fulfilled(user, keeper.plugin());
            } else {
                faults.report(keeper.plugin(), "forgetting a person", failure);
            }
        });
    }
}
