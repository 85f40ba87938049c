package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.discord.loopback.LoopbackInteraction;
import io.bellhop.core.discord.loopback.LoopbackInteraction.Shown;
import io.bellhop.core.discord.loopback.LoopbackRest;
import io.bellhop.core.discord.loopback.Payloads;
import io.bellhop.core.discord.loopback.Scene;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is pressed and selected under messages. */
class PressCallTest extends CallTest {
    private static final int DEFER_EDIT = 6;
    private static final int MODAL = 9;

    @BeforeEach
    void load() throws Exception {
        loadTrials();
    }

    @Test
    void whisperToWhoeverPressed() throws Exception {
        var offered = says("!offer");
        var press = presses(Payloads.ANN, RestartedBot.button(offered, 0));
        assertThat(press.acknowledged().type()).isEqualTo(DEFER_EDIT);
        assertThat(press.shown()).extracting(Shown::content, Shown::ephemeral).containsExactly("psst", true);
    }

    @Test
    void answerThroughThePressWhereNobodyElseSeesTheMessage() throws Exception {
        bot.load("dice", """
                @ChatPlugin public final class Main {
                  @Command(name = "roll", help = "Rolls.") Content roll() {
                    return Content.of("rolled").with(Choice.of("Again", "roll"));
                  }
                }""");
        var press = bot.discord().interactions().pressesHidden(Payloads.ANN, RestartedBot.button(says("!roll"), 0));
        assertThat(press.shown()).extracting(Shown::content, Shown::ephemeral).containsExactly("rolled", true);
    }

    @Test
    void answerThroughThePressAmongFriendsWhereTheBotIsNot() throws Exception {
        var late = RestartedBot.button(says("!offer-late"), 0);
        var press = bot.discord().interactions().presses(Scene.group(Payloads.ANN), late);
        press.acknowledged();
        bot.discord().says(Payloads.ANN, "!finish");
        assertThat(press.shown()).extracting(Shown::content, Shown::ephemeral).containsExactly("at last", false);
    }

    @Test
    void answerByDirectMessageOnceThePressIsTooOldWhereNobodyElseSeesTheMessage() throws Exception {
        pressesHidden(says("!offer-late"), 0).acknowledged();
        bot.time().advance(Duration.ofMinutes(15));
        assertThat(says("!finish").getString("content")).isEqualTo("finished");
        assertThat(bot.whispered().getString("content")).isEqualTo("at last");
        assertThat(saidInLobby()).noneMatch(said -> said.contains("at last"));
    }

    @Test
    void tellTheChannelNoMoreThanThatTheyCouldNotAnswerInPrivate() throws Exception {
        pressesHidden(says("!offer-late"), 0).acknowledged();
        bot.time().advance(Duration.ofMinutes(15));
        bot.discord()
                .rest()
                .answerOnce("POST", "channels/" + Payloads.DIRECT, LoopbackRest.Answer.error(403, 50_007, "No"));
        bot.discord().says(Payloads.ANN, "!finish");
        var said = bot.said().getString("content") + bot.said().getString("content");
        assertThat(said).contains("finished", "could not write to you directly").doesNotContain("at last");
    }

    @Test
    void answerAFormForTheOneWhoSeesTheMessage() throws Exception {
        var form = pressesHidden(says("!offer-late"), 1).acknowledged().data();
        var submission =
                bot.discord().interactions().submits(Payloads.ANN, form.getString("custom_id"), Map.of("code", "x"));
        assertThat(submission.shown())
                .extracting(Shown::content, Shown::ephemeral)
                .containsExactly("js//x/none", true);
    }

    @Test
    void knowTheWholeAnswerThatOnlyOnePersonSees() throws Exception {
        var call = calls("offer-late mine");
        var answer = call.shown();
        bot.discord()
                .interactions()
                .pressesHiddenUnder(answer.id(), Payloads.ANN, RestartedBot.button(answer.json(), 2));
        var deleted = bot.discord().next("DELETE", "messages/" + answer.id());
        assertThat(deleted.path()).contains(call.token);
    }

    private LoopbackInteraction pressesHidden(DataObject message, int button) {
        return bot.discord().interactions().pressesHidden(Payloads.ANN, RestartedBot.button(message, button));
    }

    private Stream<String> saidInLobby() {
        return bot.discord().rest().log().stream()
                .filter(request -> request.is("POST", "channels/" + Payloads.LOBBY + "/messages"))
                .map(LoopbackRest.Request::body);
    }

    @Test
    void openAFormWhereTheCommandLacksSomething() throws Exception {
        var question = says("!run js");
        assertThat(question.getString("content")).contains("Send the code now");
        var press = presses(Payloads.ANN, RestartedBot.button(question, 0));
        var form = press.acknowledged();
        assertThat(form.type()).isEqualTo(MODAL);

        var submission = bot.discord()
                .interactions()
                .submits(Payloads.ANN, form.data().getString("custom_id"), Map.of("code", "x"));
        assertThat(submission.shown().content()).isEqualTo("js//x/none");
        bot.discord().says(Payloads.ANN, "```\nno answer to a question any more\n```");
        assertThat(says("!finish").getString("content")).isEqualTo("finished");
    }

    @Test
    void stillTakeTheAnswerInTheChannel() throws Exception {
        says("!run js");
        assertThat(says("```\nx\n```").getString("content")).isEqualTo("js//x/none");
    }

    @Test
    void openAFormAfterARestart() throws Exception {
        var question = says("!run js");
        bot.restarts();
        assertThat(presses(Payloads.ANN, RestartedBot.button(question, 0))
                        .acknowledged()
                        .type())
                .isEqualTo(MODAL);
    }

    @Test
    void openNoFormForOthers() throws Exception {
        var press = presses(Payloads.BEN, RestartedBot.button(says("!run js"), 0));
        var refusal = press.acknowledged();
        assertThat(refusal.isEphemeral()).isTrue();
        assertThat(refusal.data().getString("content")).contains("for the person who asked");
    }

    @Test
    void openNoForgedForm() throws Exception {
        var refusal = presses(Payloads.BEN, "f".repeat(32) + ".1.f").acknowledged();
        assertThat(refusal.isEphemeral()).isTrue();
        assertThat(refusal.data().getString("content")).contains("no longer open");
    }

    @Test
    void selectInMenusWhatIsTooMuchForButtons() throws Exception {
        bot.load("many", """
                @ChatPlugin public final class Main {
                  @Command(name = "list", help = "Offers many.") Content list() {
                    var content = Content.of("pick");
                    for (int i = 1; i <= 130; i++) {
                      content = content.with(Choice.of("item " + i, "take " + i));
                    }
                    return content;
                  }
                  @Command(name = "take", help = "Takes one.") String take(int number) { return "took " + number; }
                }""");
        var message = says("!list");
        var rows = message.getArray("components");
        assertThat(rows.length()).isEqualTo(5);
        var last = rows.getObject(4).getArray("components").getObject(0);
        var option = last.getArray("options").getObject(24);
        assertThat(option.getString("label")).isEqualTo("item 125");
        assertThat(message.getString("content")).contains("item 130");

        var others = select(Payloads.BEN, last, option);
        assertThat(others.shown().content()).contains("for the person who asked");
        select(Payloads.ANN, last, option).acknowledged();
        assertThat(bot.said().getString("content")).isEqualTo("took 125");
        var forged = bot.discord().interactions().selects(Payloads.ANN, last.getString("custom_id"), "take 1");
        assertThat(forged.shown().content()).contains("no longer open");
    }

    @Test
    void runOnceThoughDiscordRepeatsThem() throws Exception {
        var offered = says("!offer");
        var press = presses(Payloads.ANN, RestartedBot.button(offered, 0));
        press.shown();
        bot.discord().interactions().repeatsPress(press, Payloads.ANN, RestartedBot.button(offered, 0));
        assertThat(says("!finish").getString("content")).isEqualTo("finished");
        assertThat(press.messages()).hasSize(1);
    }

    @Test
    void neverRunWhenDiscordTookThemForAnother() throws Exception {
        var offered = says("!offer");
        bot.discord().rest().answerOnce("POST", "interactions/", LoopbackRest.Answer.error(400, 40_060, "Taken"));
        var press = presses(Payloads.ANN, RestartedBot.button(offered, 0));
        bot.discord().next("POST", "interactions/" + press.id);
        assertThat(says("!finish").getString("content")).isEqualTo("finished");
        assertThat(press.messages()).isEmpty();
    }

    private LoopbackInteraction select(String user, DataObject menu, DataObject option) {
        return bot.discord().interactions().selects(user, menu.getString("custom_id"), option.getString("value"));
    }
}
