package io.bellhop.core.plugin.roster;

import io.bellhop.core.plugin.run.Runtimes;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Tells how each plugin stands. Used by the lifecycle thread alone. */
public final class Census {
    private final Roster roster;
    private final Runtimes runtimes;
    private final Remembered remembered;

    public Census(Roster roster, Runtimes runtimes, Remembered remembered) {
        this.roster = roster;
        this.runtimes = runtimes;
        this.remembered = remembered;
    }

    /** Lists the plugins and the refused files, by id. */
    public List<Row> rows() {
        var members = roster.members().stream().map(this::row);
        var refusals = roster.refusals().stream().map(Row::of);
        return Stream.concat(members, refusals)
                .sorted(Comparator.comparing(row -> row.settled().id()))
                .toList();
    }

    /** Tells how a plugin stands. */
    public Row row(Member member) {
        var wanted = member.wanted();
        var status = new PluginStatus(
                member.id(),
                wanted.descriptor().version(),
                state(member),
                reason(member),
                wanted.file(),
                wanted.declarations().uses(),
                wanted.declarations().connects());
        return new Row(status, member.ending());
    }

    private PluginState state(Member member) {
        if (runtimes.find(member.id()).isPresent()) {
            return PluginState.RUNNING;
        }
        if (remembered.isDisabled(member.id())) {
            return PluginState.DISABLED;
        }
        if (remembered.quarantine(member.id()).isPresent()) {
            return PluginState.QUARANTINED;
        }
        if (member.isHeld()) {
            return PluginState.UNLOADED;
        }
        return member.refusal().isEmpty() ? PluginState.STARTING : PluginState.REFUSED;
    }

    private String reason(Member member) {
        return switch (state(member)) {
            case STARTING, RUNNING, STUCK -> "";
            case DISABLED -> "It is disabled: enable it.";
            case QUARANTINED -> remembered.quarantine(member.id()).orElse("");
            case UNLOADED -> "It is unloaded until it is loaded, its file changes or the bot starts anew.";
            case REFUSED -> member.refusal().orElse("");
        };
    }
}
