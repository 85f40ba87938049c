package io.bellhop.core.approval;

import io.bellhop.api.chat.MessageId;
import io.bellhop.api.chat.UserId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The petitions that wait, all in memory: there are few. Safe for use from any thread. */
@Singleton
final class Waiting {
    private static final int MOST = 1_000;
    private static final int MOST_OF_ONE = 10;

    private final ConcurrentHashMap<String, Pending> pending = new ConcurrentHashMap<>();

    @Inject
    Waiting() {}

    /** A petition, who has approved of it, and whether that was enough. */
    record Pending(Petition petition, Set<UserId> approvers, AtomicBoolean granted) {
        private static Pending of(Petition petition, Collection<UserId> approvers) {
            var all = ConcurrentHashMap.<UserId>newKeySet();
            all.addAll(approvers);
            return new Pending(petition, all, new AtomicBoolean());
        }
    }

    /** Tells whether there is room for one more of someone's. */
    boolean hasRoom(UserId asker) {
        return pending.size() < MOST && of(asker).size() < MOST_OF_ONE;
    }

    void add(Petition petition, Collection<UserId> approvers) {
        pending.put(petition.ref(), Pending.of(petition, approvers));
    }

    Optional<Pending> find(String ref) {
        return Optional.ofNullable(pending.get(ref));
    }

    /** Takes a petition to decide it; empty if another has. */
    Optional<Pending> take(String ref) {
        return Optional.ofNullable(pending.remove(ref));
    }

    /** Takes a petition that is granted; empty if it is decided already, which whoever holds it can see. */
    Optional<Pending> grant(String ref) {
        var taken = new AtomicReference<@Nullable Pending>();
        pending.computeIfPresent(ref, (same, one) -> {
            one.granted().set(true);
            taken.set(one);
            return null;
        });
        return Optional.ofNullable(taken.get());
    }

    /** Returns all, those first that expire first. */
    List<Pending> all() {
        return pending.values().stream()
                .sorted(Comparator.comparingLong(one -> one.petition().until()))
                .toList();
    }

    List<Pending> of(UserId asker) {
        return all().stream()
                .filter(one -> one.petition().asker().equals(asker))
                .toList();
    }

    /** Returns what someone has approved of. */
    List<Pending> approvedBy(UserId approver) {
        return all().stream().filter(one -> one.approvers().contains(approver)).toList();
    }

    List<Pending> of(MessageId message) {
        return pending.isEmpty()
                ? List.of()
                : all().stream()
                        .filter(one -> one.petition().messageId().equals(message))
                        .toList();
    }
}
