package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.discord.loopback.LoopbackInteraction;
import io.bellhop.core.discord.loopback.Payloads;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a command lacks that is more than a form holds, and said at greater length than it shows. */
class LongFormTest extends CallTest {
    private static final String NAME = "survey of everything that people may ever want";
    private static final int MODAL = 9;

    @BeforeEach
    void load() throws Exception {
        bot.load("survey", """
                @ChatPlugin public final class Main {
                  @Command(name = "%s", help = "Asks much.")
                  String survey(@Arg(help = "%s") String one, String two, String three, String four, String five, String six,
                      String seven) {
                    return String.join(" ", one, two, three, four, five, six, seven);
                  }
                }""".formatted(NAME, "which is to be the first of all ".repeat(5)));
    }

    @Test
    void isAskedForByOneFormAfterTheOther() throws Exception {
        var question = says("!" + NAME);
        var form = pressed(presses(Payloads.ANN, RestartedBot.button(question, 0)));
        assertThat(labels(form)).containsExactly("one", "two", "three", "four", "five");

        var rest = submits(form).shown();
        assertThat(rest.content()).contains("six");
        var next = pressed(presses(Payloads.ANN, RestartedBot.button(rest.json(), 0)));
        assertThat(labels(next)).containsExactly("six", "seven");
        assertThat(submits(next).shown().content()).isEqualTo("ONE TWO THREE FOUR FIVE SIX SEVEN");
    }

    @Test
    void isCutToWhatAFormShows() throws Exception {
        var form = pressed(presses(Payloads.ANN, RestartedBot.button(says("!" + NAME), 0)));
        assertThat(form.getString("title"))
                .hasSizeLessThanOrEqualTo(45)
                .startsWith("survey")
                .endsWith("…");
        var first = form.getArray("components").getObject(0);
        assertThat(first.getString("description"))
                .hasSizeLessThanOrEqualTo(100)
                .startsWith("which")
                .endsWith("…");
        assertThat(first.getObject("component").getInt("max_length")).isEqualTo(4000);
    }

    private static DataObject pressed(LoopbackInteraction press) throws InterruptedException {
        var answer = press.acknowledged();
        assertThat(answer.type()).isEqualTo(MODAL);
        return answer.data();
    }

    private static List<String> labels(DataObject form) {
        return labelled(form).toList();
    }

    private static Stream<String> labelled(DataObject form) {
        return form.getArray("components").stream(DataArray::getObject).map(field -> field.getString("label"));
    }

    private LoopbackInteraction submits(DataObject form) {
        Map<String, String> values = labelled(form).collect(Collectors.toMap(label -> label, String::toUpperCase));
        return bot.discord().interactions().submits(Payloads.ANN, form.getString("custom_id"), values);
    }
}
