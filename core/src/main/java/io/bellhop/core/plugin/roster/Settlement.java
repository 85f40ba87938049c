package io.bellhop.core.plugin.roster;

import io.bellhop.api.error.BellhopException;
import io.bellhop.core.command.CommandHost;
import io.bellhop.core.command.declare.DeclarationException;
import io.bellhop.core.plugin.inspect.Blueprint;
import io.bellhop.core.plugin.inspect.PrivateCopies;
import io.bellhop.core.plugin.run.HostServices;
import io.bellhop.core.plugin.run.Patience;
import io.bellhop.core.plugin.run.PluginRuntime;
import io.bellhop.core.plugin.run.Runtimes;
import io.bellhop.core.storage.Databases;
import io.bellhop.core.telemetry.meter.Meters;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Makes what runs agree with what shall run: resolves dependencies, stops dependents first, starts what is new, and
 * goes back to the old copy of what would not start. Used by the lifecycle thread alone.
 */
public final class Settlement {
    private static final Logger log = LoggerFactory.getLogger(Settlement.class);

    private final Roster roster;
    private final Runtimes runtimes;
    private final CommandHost commands;
    private final Meters meters;
    private final Databases databases;
    private final PrivateCopies copies;
    private final Patience patience;

    public Settlement(Roster roster, Runtimes runtimes, HostServices host, PrivateCopies copies, Patience patience) {
        this.roster = roster;
        this.runtimes = runtimes;
        this.commands = host.commandHost();
        this.meters = host.meters();
        this.databases = host.databases();
        this.copies = copies;
        this.patience = patience;
    }

    /** Makes the commands of what shall run known, so that they wait for it. Starts and stops nothing. */
    public void announce() {
        var resolution = Resolution.of(roster.eligible(), roster::absence);
        announce(resolution, staying(resolution));
    }

    /** Settles. Each attempt that fails takes something out of what shall run, so that there is an end. */
    public void settle() throws InterruptedException {
        boolean settled;
        do {
            settled = attempt();
        } while (!settled);
    }

    private boolean attempt() throws InterruptedException {
        var resolution = Resolution.of(roster.eligible(), roster::absence);
        if (withdrewUpgrades(resolution)) {
            return false;
        }
        var staying = staying(resolution);
        if (!schemasFit(resolution) || !announce(resolution, staying)) {
            return false;
        }
        stop(resolution, staying);
        resolution.order().stream()
                .filter(blueprint -> roster.require(blueprint.id()).fallback().isPresent())
                .forEach(blueprint -> databases.upgrade(blueprint.id()));
        noteUnmet(resolution);
        return new Launches(runtimes, this::started, this::startFailed).start(resolution.order());
    }

    /** An upgrade whose dependencies are not there changes nothing: what runs goes on. */
    private boolean withdrewUpgrades(Resolution resolution) {
        boolean any = false;
        for (var runtime : runtimes.all()) {
            var member = roster.find(runtime.blueprint().id()).orElse(null);
            if (member != null && member.fallback().isPresent()) {
                var reason = resolution.refused().get(member.id());
                if (reason != null) {
                    rollBack(member, runtime.blueprint(), reason, true);
                    any = true;
                }
            }
        }
        return any;
    }

    private Set<String> staying(Resolution resolution) {
        var staying = new HashSet<String>();
        for (var blueprint : resolution.order()) {
            boolean runs = runtimes.find(blueprint.id())
                    .filter(runtime -> runtime.blueprint().equals(blueprint))
                    .isPresent();
            if (runs
                    && blueprint.descriptor().dependencies().stream()
                            .allMatch(needed -> staying.contains(needed.id()))) {
                staying.add(blueprint.id());
            }
        }
        return staying;
    }

    /** Tries upgrades' migrations while what they replace still runs. */
    private boolean schemasFit(Resolution resolution) {
        for (var blueprint : resolution.order()) {
            boolean upgrades = roster.require(blueprint.id()).fallback().isPresent();
            if (upgrades && !blueprint.migrations().isEmpty()) {
                try {
                    databases.check(blueprint.id(), blueprint.migrations());
                } catch (BellhopException e) {
                    failed(blueprint, e);
                    return false;
                }
            }
        }
        return true;
    }

    /** Makes new commands known before anything stops; one whose names are taken changes nothing. */
    private boolean announce(Resolution resolution, Set<String> staying) {
        for (var blueprint : resolution.order()) {
            if (!staying.contains(blueprint.id())) {
                try {
                    announce(blueprint);
                } catch (DeclarationException e) {
                    failed(blueprint, e);
                    roster.crowdOut(blueprint.file());
                    return false;
                }
            }
        }
        return true;
    }

    private void announce(Blueprint blueprint) {
        boolean restarts = runtimes.find(blueprint.id())
                .filter(runtime -> runtime.blueprint().equals(blueprint))
                .isPresent();
        if (!restarts) {
            commands.announce(blueprint.id(), blueprint.declarations().commands());
        }
    }

    private void stop(Resolution resolution, Set<String> staying) throws InterruptedException {
        var leaving = runtimes.all().reversed().stream()
                .filter(runtime -> !staying.contains(runtime.blueprint().id()))
                .toList();
        leaving.forEach(runtime -> commands.pause(runtime.blueprint().id()));
        for (var runtime : leaving) {
            stop(runtime, resolution.contains(runtime.blueprint().id()));
        }
    }

    private void stop(PluginRuntime runtime, boolean returns) throws InterruptedException {
        var blueprint = runtime.blueprint();
        if (!commands.drain(blueprint.id(), returns ? patience.upgrade() : patience.unload())) {
            log.info("plugin {} still runs commands, which are cut", blueprint.id());
        }
        if (!returns) {
            commands.withdraw(blueprint.id());
        }
        end(blueprint);
        var member = roster.find(blueprint.id()).orElse(null);
        boolean needed = member != null
                && roster.isEligible(member)
                && (member.wanted().equals(blueprint)
                        || member.fallback().filter(blueprint::equals).isPresent());
        if (!needed) {
            copies.drop(blueprint.copy());
        }
        log.info("plugin {} {} ended", blueprint.id(), blueprint.descriptor().version());
    }

    private void end(Blueprint blueprint) throws InterruptedException {
        var ending = runtimes.stop(blueprint.id());
        roster.find(blueprint.id()).ifPresent(member -> member.ended(ending));
        var stuck = ending.stuck();
        if (!stuck.isEmpty()) {
            log.warn("plugin {} is stuck: its threads {} ignore their interrupts", blueprint.id(), stuck);
        }
    }

    private void noteUnmet(Resolution resolution) {
        for (var member : roster.members()) {
            var reason = resolution.refused().get(member.id());
            if (reason != null && member.refusal().filter(reason::equals).isEmpty()) {
                log.warn("plugin {} was refused. {}", member.id(), reason);
                commands.withdraw(member.id());
            }
            member.unmet(reason);
        }
    }

    private void started(Blueprint blueprint) {
        runtimes.serve(blueprint.id());
        databases.keep(blueprint.id());
        var member = roster.require(blueprint.id());
        member.fallback().ifPresent(before -> copies.drop(before.copy()));
        member.started();
        meters.loaded();
        log.info("plugin {} {} runs", blueprint.id(), blueprint.descriptor().version());
    }

    private void startFailed(Blueprint blueprint, Throwable failure) throws InterruptedException {
        if (runtimes.find(blueprint.id()).isPresent()) {
            end(blueprint);
        }
        revertData(blueprint, failure);
        failed(blueprint, failure);
    }

    private void revertData(Blueprint blueprint, Throwable failure) {
        try {
            databases.revert(blueprint.id());
        } catch (BellhopException e) {
            failure.addSuppressed(e); // a version that needs the old data tries again
        }
    }

    private void failed(Blueprint blueprint, Throwable failure) {
        var reason = Reason.of(failure);
        log.atLevel(Reason.isWanted(failure) ? Level.INFO : Level.WARN)
                .setCause(Reason.isWhole(failure) ? null : failure)
                .log(
                        "plugin {} {} did not start. {}",
                        blueprint.id(),
                        blueprint.descriptor().version(),
                        reason);
        meters.loadFailed();
        var member = roster.require(blueprint.id());
        if (member.fallback().isPresent()) {
            rollBack(member, member.fallback().get(), reason, false);
        } else {
            member.failed(reason);
            copies.drop(blueprint.copy());
            commands.withdraw(blueprint.id());
        }
    }

    private void rollBack(Member member, Blueprint before, String reason, boolean conditional) {
        var refused = member.wanted();
        member.rollBack(before);
        copies.drop(refused.copy());
        roster.refuse(refused.file(), reason, conditional);
    }
}
