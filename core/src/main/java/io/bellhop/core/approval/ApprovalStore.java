package io.bellhop.core.approval;

import io.bellhop.api.chat.UserId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Keeps what waits for approvals while the bot is down. Safe for use from any thread. */
public interface ApprovalStore {
    /** Keeps nothing. */
    ApprovalStore NONE = new ApprovalStore() {
        @Override
        public Map<Petition, Set<UserId>> all() {
            return Map.of();
        }

        @Override
        public CompletionStage<?> add(Petition petition) {
            return CompletableFuture.completedStage(true);
        }

        @Override
        public CompletionStage<?> approve(String ref, UserId approver) {
            return CompletableFuture.completedStage(true);
        }

        @Override
        public CompletionStage<?> remove(String ref) {
            return CompletableFuture.completedStage(true);
        }
    };

    /**
     * Reads what was kept. Waits for the disk.
     *
     * @return each petition, and who has approved of it
     */
    Map<Petition, Set<UserId>> all();

    /**
     * Keeps a petition.
     *
     * @param petition the petition
     * @return completes when it is safely kept
     */
    CompletionStage<?> add(Petition petition);

    /**
     * Keeps an approval.
     *
     * @param ref names the petition
     * @param approver who approves
     * @return completes when it is safely kept
     */
    CompletionStage<?> approve(String ref, UserId approver);

    /**
     * Drops a petition.
     *
     * @param ref names it
     * @return completes when it is safely gone
     */
    CompletionStage<?> remove(String ref);
}
