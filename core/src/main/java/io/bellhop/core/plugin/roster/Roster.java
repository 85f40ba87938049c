package io.bellhop.core.plugin.roster;

import io.bellhop.core.plugin.inspect.Blueprint;
import io.bellhop.core.plugin.inspect.PluginRefused;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every plugin that the bot knows of, and every file that it refused. Used by the lifecycle thread alone. */
public final class Roster {
    private static final Logger log = LoggerFactory.getLogger(Roster.class);

    private final Map<String, Member> members = new TreeMap<>();
    private final Map<Path, Refusal> refusals = new TreeMap<>();
    private final Set<Path> crowdedOut = new TreeSet<>();
    private final Remembered remembered;
    private volatile boolean closing;

    public Roster(Remembered remembered) {
        this.remembered = remembered;
    }

    Collection<Member> members() {
        return List.copyOf(members.values());
    }

    public Optional<Member> find(String id) {
        return Optional.ofNullable(members.get(id));
    }

    /** Finds a plugin, or refuses with a sentence that says that there is none, or why a file of that name is none. */
    public Member require(String id) {
        return find(id).orElseThrow(() -> new PluginRefused(refusals.values().stream()
                .filter(refusal -> refusal.file().endsWith(id))
                .map(Refusal::reason)
                .findFirst()
                .orElseGet(() -> "There is no plugin %s.".formatted(id))));
    }

    /** Finds the plugin that came from a file. */
    public Optional<Member> ownerOf(Path file) {
        return members.values().stream()
                .filter(member -> member.wanted().file().equals(file))
                .findFirst();
    }

    Member add(Blueprint blueprint) {
        var member = new Member(blueprint);
        members.put(blueprint.id(), member);
        return member;
    }

    void remove(Member member) {
        members.remove(member.id());
    }

    /** Takes note that a file can't be a plugin, and logs it once. */
    void refuse(Path file, String reason, boolean conditional) {
        var refusal = new Refusal(file, reason, conditional);
        if (!refusal.equals(refusals.put(file, refusal))) {
            log.warn("{} was refused. {}", file, reason);
        }
    }

    /** Tells whether and why a file was not taken. */
    public Optional<Refusal> refusal(Path file) {
        return Optional.ofNullable(refusals.get(file));
    }

    /** Tells whether a file was refused that has a plugin's name; what it says of itself may be unreadable. */
    public boolean hasRefused(String id) {
        return refusals.keySet().stream()
                .map(file -> String.valueOf(file.getFileName()))
                .anyMatch(name -> name.equals(id + ".jar") || name.startsWith(id + "-"));
    }

    Collection<Refusal> refusals() {
        return List.copyOf(refusals.values());
    }

    void forgive(Path file) {
        refusals.remove(file);
        crowdedOut.remove(file);
    }

    /** Takes note of a file that declares a command that another plugin has. */
    void crowdOut(Path file) {
        crowdedOut.add(file);
    }

    /** Returns the files that may do once a plugin has left its commands to others. */
    List<Path> crowdedOut() {
        return List.copyOf(crowdedOut);
    }

    /** Tells whether something that has run is still what its plugin shall be. */
    boolean wants(Blueprint blueprint) {
        return find(blueprint.id())
                .filter(member -> member.wanted().equals(blueprint))
                .isPresent();
    }

    /** From now on nothing shall run. Safe for use from any thread. */
    public void close() {
        closing = true;
    }

    /** Returns what shall run if its dependencies allow it. */
    List<Blueprint> eligible() {
        return members.values().stream()
                .filter(this::isEligible)
                .map(Member::wanted)
                .toList();
    }

    boolean isEligible(Member member) {
        return !closing && !member.isHeld() && !member.hasFailed() && !isBarred(member.id());
    }

    boolean isBarred(String id) {
        return remembered.isDisabled(id) || remembered.quarantine(id).isPresent();
    }

    /** Says of a plugin that is not eligible why it is not, as in "is disabled". */
    String absence(String id) {
        if (remembered.isDisabled(id)) {
            return "is disabled";
        }
        if (remembered.quarantine(id).isPresent()) {
            return "is quarantined";
        }
        return find(id).map(member -> member.isHeld() ? "is unloaded" : "was refused")
                .orElse("is not there");
    }
}
