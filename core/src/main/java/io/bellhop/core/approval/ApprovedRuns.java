package io.bellhop.core.approval;

import io.bellhop.api.access.Need;
import io.bellhop.api.chat.User;
import java.util.Optional;

/** Runs what was approved, checked once more. */
public interface ApprovedRuns {
    /**
     * Tells what it takes now; a space may have come to require more.
     *
     * @param petition what is to run
     * @return the need, none if the command is not there
     */
    Need need(Petition petition);

    /**
     * Tells what is in the way.
     *
     * @param petition what is to run
     * @param asker who asked, as they are now
     * @return a sentence, or empty if it may run
     */
    Optional<String> obstacle(Petition petition, User asker);

    /**
     * Runs it as the asker, who is answered. Returns at once.
     *
     * @param petition what is to run
     * @param asker who asked, as they are now
     */
    void run(Petition petition, User asker);
}
