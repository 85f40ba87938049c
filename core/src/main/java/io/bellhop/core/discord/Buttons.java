package io.bellhop.core.discord;

import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.chat.Visible;
import io.bellhop.core.choice.OfferKey;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.choice.Pick;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;

/** Choices that stand under messages as buttons. Each is named by its number behind a key that tells nothing. */
final class Buttons {
    static final int MOST_IN_A_MESSAGE = 25;

    private static final Pattern NAME = Pattern.compile("([0-9a-f]{32})\\.(\\d{1,2})");

    private final Offers offers;

    Buttons(Offers offers) {
        this.offers = offers;
    }

    List<ActionRow> rows(Content content, Optional<UserId> asker) {
        var choices = content.choices();
        if (choices.isEmpty()) {
            return List.of();
        }
        var shown = choices.subList(0, Math.min(MOST_IN_A_MESSAGE, choices.size()));
        var key = offers.offer(DiscordConnector.ID, shown, asker, content.key());
        var buttons = new ArrayList<Button>();
        for (var choice : shown) {
            buttons.add(Button.secondary(key.name() + "." + (buttons.size() + 1), label(choice)));
        }
        return ActionRow.partitionOf(buttons);
    }

    CompletionStage<Pick> pick(String button, UserId user) {
        var name = NAME.matcher(button);
        return name.matches()
                ? offers.pick(new OfferKey(DiscordConnector.ID, name.group(1)), Integer.parseInt(name.group(2)), user)
                : CompletableFuture.completedStage(new Pick.Closed());
    }

    private static String label(Choice choice) {
        var label = Visible.of(choice.label().isBlank() ? choice.invocation() : choice.label());
        return label.length() <= Button.LABEL_MAX_LENGTH
                ? label
                : label.substring(0, Cut.hard(label, Button.LABEL_MAX_LENGTH - 1)) + "…";
    }
}
