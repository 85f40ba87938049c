package io.bellhop.core.plugin.roster;

import io.bellhop.core.plugin.run.Ending;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A line of the list as it stood at the last change; whether threads are stuck is looked up when read. */
public record Row(PluginStatus settled, Optional<Ending> ending) {
    /** Makes the line of a file that can't be a plugin. */
    static Row of(Refusal refusal) {
        var name = refusal.file().getFileName().toString();
        var status = new PluginStatus(name, "", PluginState.REFUSED, refusal.reason(), refusal.file(), Set.of(), false);
        return new Row(status, Optional.empty());
    }

    /** Tells how it stands at this moment. */
    public PluginStatus status() {
        var stuck = ending.map(Ending::stuck).orElse(List.of());
        if (stuck.isEmpty() || settled.state() == PluginState.RUNNING) {
            return settled;
        }
        var reason = "Its threads %s ignore their interrupts. %s".formatted(String.join(", ", stuck), settled.reason());
        return new PluginStatus(
                settled.id(),
                settled.version(),
                PluginState.STUCK,
                reason.strip(),
                settled.file(),
                settled.uses(),
                settled.connects());
    }
}
