package io.bellhop.core.discord.call;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Choice;
import io.bellhop.api.command.Visibility;
import io.bellhop.core.choice.OfferKey;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.choice.Pick;
import io.bellhop.core.discord.call.Reception.Caller;
import io.bellhop.core.discord.call.Reception.Taken;
import io.bellhop.core.discord.command.CallableCommands;
import io.bellhop.core.discord.command.CallableCommands.Lack;
import io.bellhop.core.discord.entity.Ids;
import io.bellhop.core.discord.entity.Recent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.components.Component;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;

/**
 * Asks by a form for what a command line lacks, and completes the line by what was filled in. The line stays here,
 * behind a key that tells nothing, for its user, once, also over a restart; files that came with it don't survive that.
 */
public final class FormCalls {
    private static final int REMEMBERED = 1000;
    private static final Pattern NAME = Pattern.compile("([0-9a-f]{32})\\.1(\\.w)?");
    private static final String PRIVATE = ".w";

    private final Reception reception;
    private final CallableCommands commands;
    private final Offers offers;
    private final Recent<String, List<Attachment>> files = new Recent<>(REMEMBERED);

    FormCalls(Reception reception, CallableCommands commands, Offers offers) {
        this.reception = reception;
        this.commands = commands;
        this.offers = offers;
    }

    /** Opens a form, as the first answer, if a line lacks something; else does nothing and returns false. */
    boolean opened(IModalCallback interaction, Caller caller, String line, List<Attachment> given) {
        return opened(interaction, caller, line, given, commands.lack(line, given.size()));
    }

    /** Opens a form for all that a line leaves open, as the first answer; returns false if that is nothing. */
    boolean asked(IModalCallback interaction, Caller caller, String line, List<Attachment> given) {
        return opened(interaction, caller, line, given, commands.open(line));
    }

    private boolean opened(
            IModalCallback interaction, Caller caller, String line, List<Attachment> given, Optional<Lack> lack) {
        lack.ifPresent(lacking -> {
            var command = lacking.command();
            var key = offers.offer(
                    Ids.CONNECTOR,
                    List.of(Choice.of(command.name(), line)),
                    Optional.of(caller.user().id()),
                    Optional.empty());
            if (!given.isEmpty()) {
                files.remember(key.name(), given);
            }
            var name = key.name() + ".1"
                    + (command.visibility() == Visibility.WHISPER || isUnseen(interaction) ? PRIVATE : "");
            var _ = reception.send(interaction.replyModal(Modals.of(name, command, lacking.fields())));
        });
        return lack.isPresent();
    }

    /** What is asked for under a message that only one person sees is answered to them alone. */
    private static boolean isUnseen(IModalCallback interaction) {
        return interaction instanceof GenericComponentInteractionCreateEvent pressed
                && pressed.getMessage().isEphemeral();
    }

    /** Hears what was filled in. */
    void hear(ModalInteractionEvent event, Caller caller) {
        var name = NAME.matcher(event.getModalId());
        if (!name.matches()) {
            reception.refuse(event, Refused.FORM_CLOSED);
            return;
        }
        var key = new OfferKey(Ids.CONNECTOR, name.group(1));
        var values = values(event);
        var callbacks = event.getJDA().getCallbackPool();
        // what reads is the core's thread, which must not run what comes next
        reception
                .take(event, caller, name.group(2) != null)
                .thenCompose(taken -> offers.take(key, 1, caller.user().id())
                        .thenAcceptAsync(pick -> fill(taken, key, pick, values), callbacks));
    }

    private void fill(Taken taken, OfferKey key, Pick pick, Map<String, String> values) {
        if (!(pick instanceof Pick.Picked(var choice, var _))) {
            reception.refuse(taken.call(), Refused.form(pick));
            return;
        }
        var given = files.find(key.name()).orElse(List.of());
        commands.filled(choice.invocation(), values)
                .ifPresentOrElse(
                        line -> reception.publish(taken, line, given),
                        () -> reception.refuse(taken.call(), SlashCalls.GONE));
    }

    private static Map<String, String> values(ModalInteractionEvent event) {
        var values = new HashMap<String, String>();
        event.getValues().forEach(field -> values.put(field.getCustomId(), value(field)));
        return values;
    }

    private static String value(ModalMapping field) {
        return field.getType() == Component.Type.STRING_SELECT
                ? String.join(" ", field.getAsStringList())
                : field.getType() == Component.Type.TEXT_INPUT ? field.getAsString() : "";
    }
}
