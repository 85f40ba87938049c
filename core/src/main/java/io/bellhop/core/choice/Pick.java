package io.bellhop.core.choice;

import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.MessageId;
import java.util.Optional;

/** What came of an attempt to pick a choice. */
public sealed interface Pick {
    /**
     * It may be picked; what it fires is still to be checked, as whoever picks.
     *
     * @param choice the choice
     * @param message the message under which it stands, or empty if that was not told with the offer
     */
    record Picked(Choice choice, Optional<MessageId> message) implements Pick {}

    /** Nothing is offered there: it never was, has expired, was withdrawn or forgotten. */
    record Closed() implements Pick {}

    /**
     * There are choices, but none of that number.
     *
     * @param count how many there are, from 1
     */
    record Unnumbered(int count) implements Pick {}

    /** It is for the asker alone. */
    record ForAnother() implements Pick {
        /** What whoever tried is told, on every platform. */
        public static final String TOLD = "This choice is for the person who asked. Run the command yourself.";
    }

    /**
     * It can't be picked now.
     *
     * @param reason a sentence that says why, and what to do
     */
    record Unavailable(String reason) implements Pick {}
}
