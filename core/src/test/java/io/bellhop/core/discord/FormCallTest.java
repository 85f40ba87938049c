package io.bellhop.core.discord;

import static io.bellhop.core.discord.loopback.LoopbackInteractions.option;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.discord.loopback.LoopbackInteraction;
import io.bellhop.core.discord.loopback.Payloads;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forms that ask for what a command lacks. */
class FormCallTest extends CallTest {
    private static final int DEFER = 5;
    private static final int MODAL = 9;
    private static final String CLOSED = "This form is no longer open. Run the command again.";

    @BeforeEach
    void load() throws Exception {
        loadTrials();
    }

    private DataObject form(LoopbackInteraction call) throws InterruptedException {
        var answer = call.acknowledged();
        assertThat(answer.type()).isEqualTo(MODAL);
        return answer.data();
    }

    private DataObject run() throws InterruptedException {
        return form(calls("run", option("language", "js")));
    }

    private LoopbackInteraction submits(String user, DataObject form, Map<String, String> values) {
        return bot.discord().interactions().submits(user, form.getString("custom_id"), values);
    }

    private static List<DataObject> fields(DataObject form) {
        return form.getArray("components").stream((array, i) -> array.getObject(i))
                .toList();
    }

    @Test
    void openForCodeThatACommandCanDoWithoutWhereThatIsWanted() throws Exception {
        var form = form(calls("shorten", option("name", "x"), option("code", true)));
        assertThat(fields(form)).extracting(field -> field.getString("label")).containsExactly("code");
        assertThat(submits(Payloads.ANN, form, Map.of("code", "a line\nand more"))
                        .shown()
                        .content())
                .isEqualTo("x is a line\nand more");

        assertThat(calls("shorten", option("name", "x"), option("code", false))
                        .shown()
                        .content())
                .isEqualTo("x is nothing");
    }

    @Test
    void openAsTheFirstAnswerWithAFieldForCode() throws Exception {
        var form = form(calls("run"));

        assertThat(form.getString("title")).isEqualTo("run");
        assertThat(fields(form))
                .extracting(field -> field.getString("label"))
                .containsExactly("code", "stdin", "language");
        var code = fields(form).getFirst().getObject("component");
        assertThat(code.getInt("style")).as("many lines").isEqualTo(2);
        assertThat(code.getBoolean("required")).isTrue();
        assertThat(fields(form).get(1).getObject("component").getBoolean("required"))
                .isFalse();
    }

    @Test
    void listWhatCanBeChosen() throws Exception {
        bot.load("paint", """
                @ChatPlugin public final class Main {
                  enum Colour { RED, GREEN }
                  @Command(name = "paint", help = "Paints.") String paint(Colour colour) { return "painted " + colour; }
                }""");
        var form = form(calls("paint"));
        var menu = fields(form).getFirst().getObject("component");
        assertThat(menu.getArray("options").stream(
                        (options, i) -> options.getObject(i).getString("value")))
                .containsExactly("red", "green");

        var chosen = bot.discord().interactions().chooses(Payloads.ANN, form.getString("custom_id"), "colour", "green");
        assertThat(chosen.shown().content()).isEqualTo("painted GREEN");
    }

    @Test
    void areNotOpenedForCodeThatAFileStandsFor() throws Exception {
        var call = calls("run", option("language", "js"), bot.discord().file("files", "a.js"));
        assertThat(call.acknowledged().type()).isEqualTo(DEFER);
        assertThat(call.shown().content()).isEqualTo("js/js/what stands in a file/none");
    }

    @Test
    void completeTheCall() throws Exception {
        var submission = submits(Payloads.ANN, run(), Map.of("code", "a\n```\n!mine\n```\nb", "stdin", "in"));
        LoopbackInteraction.Callback acknowledged = submission.acknowledged();
        assertThat(acknowledged.type()).isEqualTo(DEFER);
        assertThat(submission.shown().content()).isEqualTo("js//a\n\\`\\`\\`\n!mine\n\\`\\`\\`\nb/in");
    }

    @Test
    void workAfterARestart() throws Exception {
        var form = run();
        bot.restarts();
        assertThat(submits(Payloads.ANN, form, Map.of("code", "x")).shown().content())
                .isEqualTo("js//x/none");
    }

    @Test
    void areTakenOnce() throws Exception {
        var form = run();
        submits(Payloads.ANN, form, Map.of("code", "x")).shown();
        refused(submits(Payloads.ANN, form, Map.of("code", "x")), CLOSED);
        bot.restarts();
        refused(submits(Payloads.ANN, form, Map.of("code", "x")), CLOSED);
    }

    @Test
    void areForWhoeverOpenedThem() throws Exception {
        var form = run();
        refused(
                submits(Payloads.BEN, form, Map.of("code", "x")),
                "This form is for the person who opened it. Run the command yourself.");
        assertThat(submits(Payloads.ANN, form, Map.of("code", "x")).shown().content())
                .isEqualTo("js//x/none");
    }

    @Test
    void expire() throws Exception {
        var form = run();
        bot.time().advance(Duration.ofDays(31));
        refused(submits(Payloads.ANN, form, Map.of("code", "x")), CLOSED);
    }

    @Test
    void saySoIfTheyAreForged() throws Exception {
        var forged = DataObject.empty().put("custom_id", "f".repeat(32) + ".1");
        refused(submits(Payloads.ANN, forged, Map.of("code", "x")), CLOSED);
        var other = bot.discord().interactions().submits(Payloads.ANN, "settings", Map.of());
        assertThat(other.acknowledged().data().getString("content")).isEqualTo(CLOSED);
    }

    @Test
    void saySoIfTheirPluginIsAway() throws Exception {
        var form = run();
        bot.plugins().unload("trials");
        var submission = submits(Payloads.ANN, form, Map.of("code", "x"));
        assertThat(submission.shown().content()).contains("The plugin trials, which offered this, is not running.");
    }

    @Test
    void areNotOpenedForTheIgnored() throws Exception {
        bot.ignore(Payloads.ANN);
        var ignored = calls("run");
        form(bot.discord().interactions().calls(Payloads.BEN, "run"));
        assertThat(ignored.isAcknowledged()).isFalse();
    }

    private static void refused(LoopbackInteraction submission, String why) throws InterruptedException {
        var answer = submission.shown();
        assertThat(answer.content()).isEqualTo(why);
        assertThat(answer.ephemeral()).isTrue();
        assertThat(submission.messages()).hasSize(1);
    }
}
