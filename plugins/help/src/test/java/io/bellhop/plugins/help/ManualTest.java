package io.bellhop.plugins.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.access.Need;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.plain.PlainText;
import io.bellhop.api.chat.plain.Style;
import io.bellhop.api.command.ParameterDescription.Kind;
import io.bellhop.api.command.Visibility;
import io.bellhop.plugins.help.FakeCommand.FakeParameter;
import io.bellhop.plugins.help.FakeCommand.FakePlugin;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ManualTest {
    @Test
    void tellsEveryThingThatIsDeclared() {
        var war = new FakeCommand(
                "war start",
                List.of("w", "war begin"),
                "Starts a war.",
                new FakePlugin("war", "1.0.0", "Wars."),
                List.of(
                        FakeParameter.of("game", Kind.ARGUMENT, "whole number", "which game"),
                        FakeParameter.of("map", Kind.ARGUMENT, "desert | ice", "")
                                .orElse("ice"),
                        FakeParameter.of("players", Kind.FLAG, "user", "who plays")
                                .many(),
                        FakeParameter.of("after", Kind.FLAG, "duration", "when").optional(),
                        FakeParameter.of("loud", Kind.FLAG, "yes or no", "").optional()),
                List.of("war start 4", "war start 4 desert"),
                500,
                Need.NONE,
                Visibility.WHISPER,
                Duration.ofSeconds(90),
                Duration.ofMinutes(2),
                false,
                "war start [-players PLAYERS...] [-after AFTER] [-loud] GAME [MAP]",
                false);

        assertThat(new PlainText(Style.PLAIN)
                        .of(
                                Content.of(new Manual(war, "!", Locale.ENGLISH).card(war.rank(), Need.NONE)),
                                PlainText::note))
                .isEqualTo("""
                        !war start [-players PLAYERS...] [-after AFTER] [-loud] GAME [MAP]
                        Starts a war.
                        Arguments
                          GAME  which game (whole number)
                          MAP   desert | ice, ice if left out
                        Flags
                          -players  who plays (user, any number of them)
                          -after    when (duration, may be left out)
                          -loud     on if given
                        Examples
                        !war start 4
                        !war start 4 desert
                        plugin war · needs rank 500 · also !w, !war begin · answers you alone · once in 1m30s \
                        · ends after 2m""");
    }

    @Test
    void saysNothingOfWhatIsNotThere() {
        var text = new PlainText(Style.PLAIN)
                .of(
                        Content.of(new Manual(FakeCommand.of("war", "peace"), "?", Locale.ENGLISH).card(0, Need.NONE)),
                        PlainText::note);

        assertThat(text).isEqualTo("?peace\nDoes peace.\nplugin war · for everyone");
    }

    @Test
    void saysWhatIsNeededHereRatherThanWhatIsDeclared() {
        var card = new Manual(FakeCommand.of("war", "peace"), "?", Locale.ENGLISH)
                .card(500, new Need(2, 900, Need.WITHIN));

        assertThat(new PlainText(Style.PLAIN).of(Content.of(card), PlainText::note))
                .isEqualTo("?peace\nDoes peace.\nNeeds 2 approvals by admins (900).\nplugin war · needs rank 500");
    }
}
