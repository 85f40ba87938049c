package io.bellhop.core.discord;

import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.chat.Visible;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;

/** Choices that stand under messages as buttons, each behind a key that tells nothing. Forgotten at a restart. */
final class Offers {
    static final int MOST_IN_A_MESSAGE = 25;

    private static final int REMEMBERED = 10_000;

    private final Recent<String, Offer> offers = new Recent<>(REMEMBERED);
    private final SecureRandom random = new SecureRandom();

    /** A choice, and who asked for it: nobody in particular if the message answers no one. */
    record Offer(Choice choice, Optional<UserId> asker) {
        boolean isFor(UserId user) {
            return choice.isForEveryone() || asker.isEmpty() || asker.get().equals(user);
        }
    }

    List<ActionRow> rows(List<Choice> choices, Optional<UserId> asker) {
        var buttons = choices.stream()
                .limit(MOST_IN_A_MESSAGE)
                .map(choice -> Button.secondary(remember(new Offer(choice, asker)), label(choice)))
                .toList();
        return buttons.isEmpty() ? List.of() : ActionRow.partitionOf(buttons);
    }

    Optional<Offer> find(String key) {
        return offers.find(key);
    }

    private String remember(Offer offer) {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        var key = HexFormat.of().formatHex(bytes);
        offers.remember(key, offer);
        return key;
    }

    private static String label(Choice choice) {
        var label = Visible.of(choice.label().isBlank() ? choice.invocation() : choice.label());
        return label.length() <= Button.LABEL_MAX_LENGTH
                ? label
                : label.substring(0, Cut.hard(label, Button.LABEL_MAX_LENGTH - 1)) + "…";
    }
}
