package io.bellhop.core.plugin.roster;

import io.bellhop.core.plugin.inspect.Blueprint;
import io.bellhop.core.plugin.inspect.Inspector;
import io.bellhop.core.plugin.inspect.PluginRefused;
import io.bellhop.core.plugin.inspect.PrivateCopies;
import io.bellhop.core.plugin.run.PluginRuntime;
import io.bellhop.core.plugin.run.Runtimes;
import io.bellhop.core.plugin.watch.FileMark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes JARs into the roster, or refuses them. Starts and stops nothing. Used by the lifecycle thread alone. */
public final class Intake {
    private final Inspector inspector;
    private final PrivateCopies copies;
    private final Roster roster;
    private final Runtimes runtimes;
    private final Map<Path, FileMark> seen = new HashMap<>();

    public Intake(Inspector inspector, PrivateCopies copies, Roster roster, Runtimes runtimes) {
        this.inspector = inspector;
        this.copies = copies;
        this.roster = roster;
        this.runtimes = runtimes;
    }

    /** Looks at files that have come or changed: at several beside each other, since reading takes most of the time. */
    public void offer(List<Path> files) {
        files.forEach(file -> FileMark.of(file).ifPresent(mark -> seen.put(file, mark)));
        files.parallelStream().map(this::inspect).toList().forEach(Finding::settle);
    }

    private Finding inspect(Path file) {
        try {
            var blueprint = inspector.inspect(file);
            return () -> accept(blueprint);
        } catch (PluginRefused e) {
            return () -> refuse(file, e.getMessage());
        }
    }

    /** Tells whether a file is other than when it was last looked at. */
    public boolean isNews(Path file) {
        return !FileMark.of(file).equals(Optional.ofNullable(seen.get(file)));
    }

    /**
     * Looks again at the files that were refused for what other plugins are or are not.
     *
     * @param before what ran before the last change, and may have left its commands to others
     */
    public void reconsider(List<PluginRuntime> before) {
        reconsider();
        if (!before.stream().map(PluginRuntime::blueprint).allMatch(roster::wants)) {
            offer(roster.crowdedOut());
        }
    }

    private void reconsider() {
        for (var refusal : roster.refusals()) {
            if (refusal.conditional()) {
                offer(List.of(refusal.file()));
            }
        }
    }

    /** Forgets a file that has gone, and the plugin that came from it; another file may now have its place. */
    public void gone(Path file) {
        seen.remove(file);
        roster.forgive(file);
        roster.ownerOf(file).ifPresent(this::forget);
        reconsider();
    }

    private void accept(Blueprint blueprint) {
        roster.forgive(blueprint.file());
        var member = roster.find(blueprint.id()).orElse(null);
        if (member != null && isTaken(member, blueprint.file())) {
            copies.drop(blueprint.copy());
            roster.refuse(
                    blueprint.file(),
                    "The plugin %s is already there from %s, which stays. Remove one of the two files."
                            .formatted(blueprint.id(), member.wanted().file().getFileName()),
                    true);
            return;
        }
        roster.ownerOf(blueprint.file())
                .filter(owner -> !owner.id().equals(blueprint.id()))
                .ifPresent(this::forget);
        want(blueprint, member == null ? roster.add(blueprint) : member);
    }

    private void want(Blueprint blueprint, Member member) {
        var before = member.wanted();
        var running = runtimes.find(member.id()).map(PluginRuntime::blueprint).orElse(null);
        if (!before.equals(blueprint) && !before.equals(running)) {
            copies.drop(before.copy());
        }
        member.upgrade(blueprint, running);
        if (roster.isBarred(member.id())) {
            copies.drop(blueprint.copy());
        }
    }

    private boolean isTaken(Member member, Path file) {
        var other = member.wanted().file();
        return !other.equals(file) && Files.exists(other) && !member.hasFailed();
    }

    /** What is refused changes nothing of what runs; what does not run is now refused for this reason. */
    private void refuse(Path file, String reason) {
        var owner =
                roster.ownerOf(file).filter(member -> runtimes.find(member.id()).isEmpty());
        owner.ifPresent(this::forget);
        roster.refuse(file, reason, false);
    }

    private void forget(Member member) {
        if (runtimes.find(member.id()).isEmpty()) {
            copies.drop(member.wanted().copy());
        }
        roster.remove(member);
    }

    /** What came of a look at a file, to be entered into the roster by the lifecycle thread. */
    @FunctionalInterface
    private interface Finding {
        void settle();
    }
}
