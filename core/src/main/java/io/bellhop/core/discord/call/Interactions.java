package io.bellhop.core.discord.call;

import io.bellhop.api.event.Broker;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.discord.content.Buttons;
import io.bellhop.core.discord.entity.Witness;
import io.bellhop.core.discord.request.UnderWay;
import net.dv8tion.jda.api.events.interaction.GenericInteractionCreateEvent;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.UserContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;

/** Hears interactions, on the gateway's thread, and passes them to those who understand them. */
public final class Interactions {
    private final Reception reception;
    private final FormCalls forms;
    private final SlashCalls slashes;
    private final MenuCalls menus;
    private final PressCalls presses;
    private final Completions completions;

    /**
     * Makes what hears them.
     *
     * @param broker takes the calls
     * @param calls remembers what can be answered
     * @param witness remembers who called
     * @param underWay follows what is sent
     * @param offers keeps forms
     * @param buttons knows what was offered under messages
     * @param options what can be called, and how long Discord waits
     */
    public Interactions(
            Broker broker,
            Calls calls,
            Witness witness,
            UnderWay underWay,
            Offers offers,
            Buttons buttons,
            CallOptions options) {
        var commands = options.commands();
        reception = new Reception(broker, witness, calls, underWay, options.clock(), options.tokenLife());
        forms = new FormCalls(reception, commands, offers);
        slashes = new SlashCalls(reception, commands, forms);
        menus = new MenuCalls(reception, commands);
        presses = new PressCalls(reception, buttons, forms, options.lookUp());
        completions = new Completions(reception, commands, options.patience());
    }

    /**
     * Hears one. Nothing is said to those who are ignored.
     *
     * @param event what came; what is none of these is left alone
     */
    public void hear(GenericInteractionCreateEvent event) {
        reception.caller(event).ifPresent(caller -> {
            switch (event) {
                case SlashCommandInteractionEvent slash -> slashes.hear(slash, caller);
                case CommandAutoCompleteInteractionEvent typing -> completions.hear(typing, caller);
                case ModalInteractionEvent form -> forms.hear(form, caller);
                case MessageContextInteractionEvent menu -> menus.hear(menu, caller);
                case UserContextInteractionEvent menu -> menus.hear(menu, caller);
                case ButtonInteractionEvent pressed -> presses.hear(pressed, pressed.getComponentId(), caller);
                case StringSelectInteractionEvent selected ->
                    presses.hear(selected, String.join("", selected.getValues()), caller);
                default -> {}
            }
        });
    }
}
