package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.discord.loopback.LoopbackInteraction;
import io.bellhop.core.discord.loopback.Payloads;
import org.junit.jupiter.api.Test;

/** Entries of context menus, and suggestions while an option is typed. */
class MenuCallTest extends CallTest {
    private static final String ACCESS = """
            @ChatPlugin public final class Main {
              @Command(name = "access show", help = "Shows a rank.")
              String show(Optional<User> user) { return "rank of " + user.orElseThrow().id().id(); }
            }""";

    private LoopbackInteraction runs(String content) {
        return bot.discord().interactions().picksOnMessage(Payloads.ANN, "Run code", content);
    }

    private static String refusal(LoopbackInteraction interaction) throws InterruptedException {
        LoopbackInteraction.Callback answer = interaction.acknowledged();
        assertThat(answer.type()).isEqualTo(4);
        assertThat(answer.isEphemeral()).isTrue();
        return answer.data().getString("content");
    }

    @Test
    void runTheFirstCodeOfAMessage() throws Exception {
        loadTrials();
        var call = runs("look, !run this:\n```js\nlog(1)\n```\nand\n```py\nno\n```");
        assertThat(call.acknowledged().isEphemeral()).isFalse();
        assertThat(call.shown().content()).isEqualTo("none/js/log(1)/none");
    }

    @Test
    void saySoIfThereIsNoCode() throws Exception {
        loadTrials();
        assertThat(refusal(runs("nothing here"))).startsWith("There is no code block in this message.");
    }

    @Test
    void saySoIfNothingCanBeRun() throws Exception {
        assertThat(refusal(runs("```\nx\n```"))).startsWith("The code plugin is not loaded");
    }

    @Test
    void showAUsersRank() throws Exception {
        bot.load("access", ACCESS);
        var call = bot.discord().interactions().picksOnUser(Payloads.BEN, "Rank", Payloads.ANN);
        assertThat(call.shown().content()).isEqualTo("rank of " + Payloads.ANN);
    }

    @Test
    void saySoIfNobodyHasARank() throws Exception {
        var call = bot.discord().interactions().picksOnUser(Payloads.ANN, "Rank", Payloads.BEN);
        assertThat(refusal(call)).startsWith("The access plugin is not loaded");
    }

    @Test
    void suggestListedValues() throws Exception {
        bot.load("wars", """
                @ChatPlugin public final class Main {
                  enum Mode { BEST_OF, FT3, FT5 }
                  @Command(name = "war", help = "Makes a war.") String war(Mode mode) { return "" + mode; }
                }""");
        var typing = bot.discord().interactions().types(Payloads.ANN, "war", "mode", "ft");
        var answer = typing.acknowledged();
        assertThat(answer.type()).isEqualTo(8);
        assertThat(answer.data().getArray("choices").stream(
                        (array, i) -> array.getObject(i).getString("value")))
                .containsExactly("ft3", "ft5");
        assertThat(suggested("war", "nothing")).isEmpty();
        assertThat(suggested("peace", "mode")).isEmpty();
    }

    private String suggested(String path, String option) throws InterruptedException {
        var typing = bot.discord().interactions().types(Payloads.ANN, path, option, "");
        return typing.acknowledged()
                .data()
                .getArray("choices")
                .toList()
                .toString()
                .replaceAll("[\\[\\]]", "");
    }

    @Test
    void suggestNothingToTheIgnored() throws Exception {
        loadTrials();
        bot.ignore(Payloads.ANN);
        var ignored = bot.discord().interactions().types(Payloads.ANN, "echo", "words", "");
        bot.discord().interactions().types(Payloads.BEN, "echo", "words", "").acknowledged();
        assertThat(ignored.isAcknowledged()).isFalse();
    }
}
