package io.bellhop.core.discord.content;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.discord.request.Failure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** Turns content into the messages that Discord takes. */
public final class Outgoing {
    public static final int MOST_PARTS = 4;

    private static final int MOST_MENTIONS = 100;
    private static final String TOO_LONG = "This is too long for Discord: all of it is in the file.";
    private static final String FAR_TOO_LONG =
            "This is too long for Discord, also for a file: its beginning is in the file.";
    private static final String CUT_SHORT =
            "The rest is too long for Discord. An admin can grant me the permission Attach Files, then I send a file.";

    private final Buttons buttons;

    public Outgoing(Buttons buttons) {
        this.buttons = buttons;
    }

    /**
     * Turns content into messages for any place, in order.
     *
     * @param asker who may pick its choices, or empty for all
     */
    public List<MessageCreateData> messages(Content content, Optional<UserId> asker) {
        return messages(content, asker, Place.OPEN);
    }

    /**
     * Turns content into messages for a place, in order.
     *
     * @param asker who may pick its choices, or empty for all
     * @param place what may not be shown there is said instead
     */
    public List<MessageCreateData> messages(Content content, Optional<UserId> asker, Place place) {
        var embed = content.card().filter(card -> place.embeds()).flatMap(Embeds::of);
        var text = withWhatFitsNowhereElse(content, embed, place);
        var markdown = Markdown.of(text);
        var parts = Splitter.split(markdown.pieces(), Message.MAX_CONTENT_LENGTH);
        var files = new ArrayList<>(content.attachments());
        files.removeIf(file -> !SentFile.isTaken(file, place));
        if (isTooLong(parts) && !place.files()) {
            parts = shortened(parts);
        } else if (isTooLong(parts)) {
            var whole = Plain.of(text).getBytes(StandardCharsets.UTF_8);
            parts = List.of(whole.length <= place.largestFile() ? TOO_LONG : FAR_TOO_LONG);
            files.addFirst(Attachment.of("message.txt", Cut.bytes(whole, place.largestFile())));
        }
        var messages = new ArrayList<>(parts.stream().map(Outgoing::said).toList());
        if (messages.isEmpty()) {
            messages.add(new MessageCreateBuilder());
        }
        embed.ifPresent(messages.getLast()::setEmbeds);
        messages.getLast().setComponents(buttons.rows(content, asker));
        attach(files, messages, place);
        return messages.stream()
                .map(message -> finished(message, markdown.mentioned()))
                .toList();
    }

    private static Text withWhatFitsNowhereElse(Content content, Optional<MessageEmbed> embed, Place place) {
        var text = content.text();
        if (content.card().isPresent() && embed.isEmpty()) {
            var lines = Embeds.lines(content.card().get());
            text = text.isEmpty() ? lines : text.line().add(lines);
        }
        for (Attachment file : content.attachments()) {
            if (!SentFile.isTaken(file, place)) {
                text = (text.isEmpty() ? text : text.line()).add(SentFile.note(file, place));
            }
        }
        for (Choice more :
                content.choices().stream().skip(Buttons.MOST_IN_A_MESSAGE).toList()) {
            text = text.line().add(more.label()).add(": ").code(more.invocation());
        }
        return text;
    }

    private static boolean isTooLong(List<String> parts) {
        return parts.size() > MOST_PARTS || parts.stream().anyMatch(part -> part.length() > Message.MAX_CONTENT_LENGTH);
    }

    private static List<String> shortened(List<String> parts) {
        var shown = new ArrayList<>(parts.stream()
                .filter(part -> part.length() <= Message.MAX_CONTENT_LENGTH)
                .limit(MOST_PARTS)
                .toList());
        shown.add(CUT_SHORT);
        return shown;
    }

    private static MessageCreateBuilder said(String part) {
        return new MessageCreateBuilder().setContent(part);
    }

    private static void attach(List<Attachment> files, List<MessageCreateBuilder> messages, Place place) {
        for (int from = 0; from < files.size(); from += Message.MAX_FILE_AMOUNT) {
            if (from > 0) {
                messages.add(new MessageCreateBuilder());
            }
            var few = files.subList(from, Math.min(files.size(), from + Message.MAX_FILE_AMOUNT));
            messages.getLast()
                    .setFiles(few.stream().map(file -> SentFile.of(file, place)).toList());
        }
    }

    private static MessageCreateData finished(MessageCreateBuilder message, Set<String> mentioned) {
        if (message.isEmpty()) {
            throw Failure.of("discord.empty", "There is nothing to send: Discord takes no empty message.", null);
        }
        return message.setAllowedMentions(Set.of())
                .mentionUsers(mentioned.stream().limit(MOST_MENTIONS).toList())
                .mentionRepliedUser(false)
                .build();
    }
}
