package io.bellhop.core.plugin.roster;

import io.bellhop.core.plugin.inspect.Blueprint;
import io.bellhop.core.plugin.run.Ending;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One plugin id, and what shall become of it. Used by the lifecycle thread alone. */
public final class Member {
    private Blueprint wanted;
    private @Nullable Blueprint fallback;
    private @Nullable String failure;
    private @Nullable String unmet;
    private @Nullable Ending ending;
    private boolean held;

    Member(Blueprint wanted) {
        this.wanted = wanted;
    }

    /** {@return what names the plugin} */
    public String id() {
        return wanted.id();
    }

    /** Returns what runs or shall run. */
    public Blueprint wanted() {
        return wanted;
    }

    /** Wants another JAR from now on; what runs stays at hand in case it fails. */
    void upgrade(Blueprint to, @Nullable Blueprint running) {
        wanted = to;
        fallback = running;
        failure = null;
        unmet = null;
    }

    /** Returns what ran before, while an upgrade is under way. */
    Optional<Blueprint> fallback() {
        return Optional.ofNullable(fallback);
    }

    /** Goes back to what ran before. */
    void rollBack(Blueprint to) {
        wanted = to;
        fallback = null;
    }

    void started() {
        fallback = null;
        unmet = null;
    }

    void failed(String reason) {
        failure = reason;
    }

    /** Lets it run again after a failure or a hold. */
    public void retry() {
        failure = null;
        held = false;
    }

    /** Says which dependency is missing; null if none is. */
    void unmet(@Nullable String reason) {
        unmet = reason;
    }

    void ended(Ending how) {
        ending = how;
    }

    /** {@return what is left of its run before, if there was one} */
    public Optional<Ending> ending() {
        return Optional.ofNullable(ending);
    }

    /** Keeps it from running until it is retried. */
    public void hold() {
        held = true;
    }

    boolean isHeld() {
        return held;
    }

    boolean hasFailed() {
        return failure != null;
    }

    /** Returns why it can't run. */
    Optional<String> refusal() {
        return Optional.ofNullable(failure).or(() -> Optional.ofNullable(unmet));
    }
}
