package io.bellhop.core.discord.content;

import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.chat.Visible;
import io.bellhop.core.choice.OfferKey;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.choice.Pick;
import io.bellhop.core.discord.command.CallableCommands;
import io.bellhop.core.discord.entity.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;

/**
 * Choices that stand under messages: a few as buttons, more in menus. Each is named by its number behind a key that
 * tells nothing, with a mark if its command line lacks something that a form can ask for.
 */
public final class Buttons {
    /** What five menus hold. */
    static final int MOST_IN_A_MESSAGE = 125;

    private static final int MOST_BUTTONS = 10;
    private static final int MENU = 25;
    private static final Pattern NAME = Pattern.compile("([0-9a-f]{32})\\.(\\d{1,3})(\\.f)?");
    private static final String FORM = ".f";

    private final Offers offers;
    private final CallableCommands commands;

    public Buttons(Offers offers, CallableCommands commands) {
        this.offers = offers;
        this.commands = commands;
    }

    List<ActionRow> rows(Content content, Optional<UserId> asker) {
        var choices = content.choices();
        if (choices.isEmpty()) {
            return List.of();
        }
        var shown = choices.subList(0, Math.min(MOST_IN_A_MESSAGE, choices.size()));
        var key = offers.offer(Ids.CONNECTOR, shown, asker, content.key());
        return shown.size() <= MOST_BUTTONS ? buttons(key, shown) : menus(key, shown);
    }

    private List<ActionRow> buttons(OfferKey key, List<Choice> choices) {
        var buttons = new ArrayList<Button>();
        for (var choice : choices) {
            buttons.add(
                    Button.secondary(name(key, buttons.size() + 1, choice), label(choice, Button.LABEL_MAX_LENGTH)));
        }
        return ActionRow.partitionOf(buttons);
    }

    private List<ActionRow> menus(OfferKey key, List<Choice> choices) {
        var menus = new ArrayList<ActionRow>();
        for (int from = 0; from < choices.size(); from += MENU) {
            int to = Math.min(from + MENU, choices.size());
            var menu = StringSelectMenu.create(key.name() + ".m" + menus.size());
            menu.setPlaceholder(choices.size() <= MENU ? "Pick one" : "Pick one of " + (from + 1) + " to " + to);
            for (int i = from; i < to; i++) {
                var choice = choices.get(i);
                menu.addOption(label(choice, SelectOption.LABEL_MAX_LENGTH), name(key, i + 1, choice));
            }
            menus.add(ActionRow.of(menu.build()));
        }
        return menus;
    }

    private String name(OfferKey key, int number, Choice choice) {
        return key.name() + "." + number
                + (commands.lack(choice.invocation(), 0).isPresent() ? FORM : "");
    }

    /**
     * Tells whether a form was to be opened when a choice was offered.
     *
     * @param name what a button, or an option of a menu, is named; it may be forged
     * @return true if so
     */
    public static boolean asksForForm(String name) {
        return name.endsWith(FORM);
    }

    /**
     * Picks a choice.
     *
     * @param name what its button, or its option in a menu, is named; it may be forged
     * @param user who picks
     * @return as {@link Offers#pick} does
     */
    public CompletionStage<Pick> pick(String name, UserId user) {
        var parts = NAME.matcher(name);
        return parts.matches()
                ? offers.pick(new OfferKey(Ids.CONNECTOR, parts.group(1)), Integer.parseInt(parts.group(2)), user)
                : CompletableFuture.completedStage(new Pick.Closed());
    }

    private static String label(Choice choice, int most) {
        var label = Visible.of(choice.label().isBlank() ? choice.invocation() : choice.label());
        return label.length() <= most ? label : label.substring(0, Cut.hard(label, most - 1)) + "…";
    }
}
