package io.bellhop.plugins.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Space;
import io.bellhop.api.chat.plain.PlainText;
import io.bellhop.api.chat.plain.Style;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.error.BellhopException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OverviewTest {
    private final Channel channel = new FakeChannel(false);
    private final Channel console = new FakeChannel(true);
    private final Overview overview = new Overview("!", Locale.ENGLISH, commands(3, 30, 12, 5));

    private record FakeChannel(boolean scrolls) implements Channel {
        @Override
        public ChannelId id() {
            return new ChannelId("fake", name());
        }

        @Override
        public String name() {
            return "lobby";
        }

        @Override
        public Optional<Space> space() {
            return Optional.empty();
        }

        @Override
        public int lines(int usual) {
            return scrolls ? Integer.MAX_VALUE : usual;
        }
    }

    @Test
    void setsInAColumnWhatIsNotTooLong() {
        var mixed = List.<CommandDescription>of(
                FakeCommand.of("war", "a"), FakeCommand.of("war", "bcd"), FakeCommand.of("war", "x".repeat(40)));

        assertThat(plain(new Overview("!", Locale.ENGLISH, mixed).page(1, "", channel)))
                .isEqualTo("""
                war
                  !a    Does a.
                  !bcd  Does bcd.
                  !%1$s  Does %1$s.
                !help NAME tells all of a command or a plugin.""".formatted("x".repeat(40)));
    }

    @Test
    void turnsPagesByChoicesThatKeepTheTopic() {
        assertThat(overview.page(1, "", channel).choices())
                .extracting(Choice::label, Choice::invocation)
                .containsExactly(tuple("Next page", "help -page 2"));
        assertThat(overview.page(2, "war", channel).choices())
                .extracting(Choice::invocation)
                .containsExactly("help -page 1 war", "help -page 3 war");
    }

    @Test
    void keepsPluginsTogetherAndRepeatsTheNameOfOneThatIsTooLong() {
        assertThat(shown(1)).startsWith("plugin0\n  !do0-0 ").doesNotContain("plugin1");
        assertThat(shown(2))
                .startsWith("plugin1\n  !do1-0 ")
                .contains("!do1-18 ")
                .doesNotContain("!do1-19 ");
        assertThat(shown(3)).startsWith("plugin1\n  !do1-19 ").doesNotContain("plugin2");
        assertThat(shown(4)).contains("plugin2\n", "plugin3\n", "!do3-4 ", "Page 4 of 4.");
        assertThat(shown(4).lines()).hasSizeLessThan(22);
    }

    @Test
    void showsAllAtOnceOnAConsole() {
        var all = overview.page(1, "", console);

        assertThat(all.choices()).isEmpty();
        assertThat(plain(all).lines()).hasSize(4 + 50 + 1);
    }

    @Test
    void refusesPagesThatAreNotThere() {
        assertThatThrownBy(() -> overview.page(5, "", channel)).hasMessage("The pages are 1 to 4.");
        assertThatThrownBy(() -> overview.page(0, "", channel)).isInstanceOf(BellhopException.class);
        assertThatThrownBy(() -> overview.page(2, "", console)).hasMessage("There is only one page.");
    }

    private String shown(int page) {
        return plain(overview.page(page, "", channel));
    }

    private static String plain(Content content) {
        return new PlainText(Style.PLAIN).of(content, PlainText::note);
    }

    private static List<CommandDescription> commands(int... counts) {
        var commands = new ArrayList<CommandDescription>();
        for (int plugin = 0; plugin < counts.length; plugin++) {
            for (int i = 0; i < counts[plugin]; i++) {
                commands.add(FakeCommand.of("plugin" + plugin, "do" + plugin + "-" + i));
            }
        }
        return commands;
    }
}
