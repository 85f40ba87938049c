package io.bellhop.core.discord.call;

import io.bellhop.core.choice.Pick;

/** Why something that stands under a message, or was a form, is not taken. */
public final class Refused {
    static final String FORM_CLOSED = "This form is no longer open. Run the command again.";

    private static final String CHOICE_CLOSED = "This choice is no longer open. Run the command again.";

    private Refused() {}

    /**
     * Says why a choice can't be picked.
     *
     * @param pick what came of the attempt, but for a choice that was picked
     * @return a sentence
     */
    public static String choice(Pick pick) {
        return reason(pick, CHOICE_CLOSED, Pick.ForAnother.TOLD);
    }

    /** Says why a form is not taken. */
    static String form(Pick pick) {
        return reason(pick, FORM_CLOSED, "This form is for the person who opened it. Run the command yourself.");
    }

    private static String reason(Pick pick, String closed, String forAnother) {
        return switch (pick) {
            case Pick.Picked _, Pick.Closed _, Pick.Unnumbered _ -> closed;
            case Pick.ForAnother _ -> forAnother;
            case Pick.Unavailable(var reason) -> reason;
        };
    }
}
