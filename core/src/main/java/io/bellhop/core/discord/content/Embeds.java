package io.bellhop.core.discord.content;

import io.bellhop.api.chat.Card;
import io.bellhop.api.chat.Text;
import io.bellhop.core.chat.Visible;
import java.net.URI;
import java.util.Optional;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.MessageEmbed;
import org.jspecify.annotations.Nullable;

/** Cards as Discord's embeds, or as lines where an embed can't hold them. */
final class Embeds {
    private Embeds() {}

    /** Makes an embed, unless the card is beyond Discord's limits. */
    static Optional<MessageEmbed> of(Card card) {
        var title = Escapes.literal(card.title());
        var description = Markdown.of(card.text()).string();
        var footer = Visible.of(card.footer().orElse(""));
        if (title.length() > MessageEmbed.TITLE_MAX_LENGTH
                || description.length() > MessageEmbed.DESCRIPTION_MAX_LENGTH
                || footer.length() > MessageEmbed.TEXT_MAX_LENGTH
                || image(card).length() > MessageEmbed.URL_MAX_LENGTH
                || !fits(card)) {
            return Optional.empty();
        }
        var embed = new EmbedBuilder().setTitle(orNothing(title)).setDescription(description);
        card.fields().forEach(field -> embed.addField(name(field), value(field), true));
        return Optional.of(embed.setFooter(orNone(footer)).setImage(orNone(image(card))))
                .filter(EmbedBuilder::isValidLength)
                .map(EmbedBuilder::build);
    }

    /** Writes a card as lines. */
    static Text lines(Card card) {
        var lines = Text.empty().bold(card.title());
        if (!card.text().isEmpty()) {
            lines = lines.line().add(card.text());
        }
        for (var field : card.fields()) {
            lines = lines.line().bold(field.name()).add(": ").add(field.value());
        }
        if (card.image().isPresent()) {
            lines = lines.line().link(image(card), card.image().get());
        }
        var footer = card.footer();
        return footer.isPresent() ? lines.line().add((Object) footer.get()) : lines;
    }

    private static boolean fits(Card card) {
        return card.fields().size() <= MessageEmbed.MAX_FIELD_AMOUNT
                && card.fields().stream()
                        .allMatch(field -> name(field).length() <= MessageEmbed.TITLE_MAX_LENGTH
                                && value(field).length() <= MessageEmbed.VALUE_MAX_LENGTH);
    }

    private static String image(Card card) {
        return card.image().map(URI::toString).orElse("");
    }

    private static String name(Card.Field field) {
        return orNothing(Escapes.literal(field.name()));
    }

    private static String value(Card.Field field) {
        return orNothing(Markdown.of(field.value()).string());
    }

    private static @Nullable String orNone(String string) {
        return string.isBlank() ? null : string;
    }

    /** Discord takes no blank title or field. */
    private static String orNothing(String string) {
        return string.isBlank() ? Escapes.NOTHING : string;
    }
}
