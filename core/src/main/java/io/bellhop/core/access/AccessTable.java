package io.bellhop.core.access;

import io.bellhop.api.access.AccessRule;
import io.bellhop.api.access.AccessRule.CommandRequirement;
import io.bellhop.api.access.AccessRules;
import io.bellhop.api.access.Requirement;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import io.bellhop.api.plugin.Registration;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rules in force, in memory, and the one plugin that gives them. Safe for use from any thread. */
@Singleton
public final class AccessTable {
    private final AccessStore store;
    private final Set<Runnable> waiting = ConcurrentHashMap.newKeySet();
    private volatile Rules rules;
    private @Nullable Given giver;

    @Inject
    AccessTable(AccessStore store) {
        this.store = store;
        this.rules = Rules.closed(store.requirements());
    }

    Rules rules() {
        return rules;
    }

    /**
     * Returns the table as a plugin sees it: the first that gives rules takes the table, until it is unloaded.
     *
     * @param plugin the plugin's id
     * @param registrations collects what is to be cancelled when the plugin is unloaded
     * @return the plugin's view
     */
    public AccessRules forPlugin(String plugin, Consumer<Registration> registrations) {
        var view = new Given(plugin);
        registrations.accept(() -> release(view));
        return view;
    }

    /**
     * Has something done when ranks can be told: at once if they can.
     *
     * @param task done once, on the thread that gives them, so it is quick
     * @return drops it
     */
    public Registration whenInformed(Runnable task) {
        waiting.add(task);
        tell(); // they may have come at this very moment
        return () -> waiting.remove(task);
    }

    private void tell() {
        if (rules.informed()) {
            for (var task : List.copyOf(waiting)) {
                if (waiting.remove(task)) {
                    task.run();
                }
            }
        }
    }

    /** Lets ranks count although no plugin gives them, as a test wishes. */
    public synchronized void open() {
        rules = new Rules(true, rules.people(), rules.roles(), rules.commands());
    }

    /**
     * Adds a rule beside those of the plugin, as a test wishes.
     *
     * @param rule the rule
     */
    public synchronized void put(AccessRule rule) {
        rules = rules.with(rule);
    }

    private synchronized void release(Given view) {
        view.gone = true;
        if (giver == view) {
            giver = null;
            rules = rules.closed();
        }
    }

    private void take(Given view) {
        if (view.gone) {
            throw failure("access.gone", "The plugin " + view.plugin + " is unloaded and gives no ranks any more.");
        }
        if (giver != null && giver != view) {
            throw failure("access.taken", "The plugin " + giver.plugin + " gives the ranks. Unload it first.");
        }
        giver = view;
    }

    private static BellhopException failure(String code, String message) {
        return new BellhopException(ErrorKind.PLUGIN, code, message, null);
    }

    private void change(Rules changed) {
        if (!changed.commands().equals(rules.commands())) {
            store.replace(requirements(changed.commands()));
        }
        rules = changed;
    }

    private static List<CommandRequirement> requirements(Map<String, Placed<Requirement>> commands) {
        var requirements = new ArrayList<CommandRequirement>();
        commands.forEach((command, placed) -> requirements.addAll(placed.list().stream()
                .map(one -> new CommandRequirement(command, one.space(), one.value()))
                .toList()));
        return requirements;
    }

    /** One plugin's view. */
    private final class Given implements AccessRules {
        private final String plugin;
        private boolean gone;

        Given(String plugin) {
            this.plugin = plugin;
        }

        @Override
        public void replace(Collection<? extends AccessRule> all) {
            give(() -> Rules.open(all));
        }

        @Override
        public void put(AccessRule rule) {
            give(() -> rules.with(rule));
        }

        @Override
        public void remove(AccessRule rule) {
            give(() -> rules.without(rule));
        }

        private void give(Supplier<Rules> changed) {
            synchronized (AccessTable.this) {
                take(this);
                change(changed.get());
            }
            tell();
        }
    }
}
