package io.bellhop.core.dialog;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Keeps the open dialogs while the bot is down. Safe for use from any thread. */
public interface DialogStore {
    /** Keeps nothing. */
    DialogStore NONE = new DialogStore() {
        @Override
        public List<Dialog> all() {
            return List.of();
        }

        @Override
        public void keep(Dialog dialog) {}

        @Override
        public CompletionStage<Integer> drop(Dialog dialog) {
            return CompletableFuture.completedStage(0);
        }
    };

    /**
     * Reads what was kept.
     *
     * @return the dialogs, those first that end first
     */
    List<Dialog> all();

    /**
     * Keeps a dialog, in place of the one that its user has in its channel. Returns at once.
     *
     * @param dialog the dialog
     */
    void keep(Dialog dialog);

    /**
     * Drops the dialog that its user has in its channel.
     *
     * @param dialog the dialog
     * @return completes when it is gone from the disk too; a failure is logged
     */
    CompletionStage<Integer> drop(Dialog dialog);
}
