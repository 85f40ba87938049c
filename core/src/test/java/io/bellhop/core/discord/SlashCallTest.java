package io.bellhop.core.discord;

import static io.bellhop.core.discord.loopback.LoopbackInteractions.option;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.discord.loopback.LoopbackInteraction.Shown;
import io.bellhop.core.discord.loopback.LoopbackRest;
import io.bellhop.core.discord.loopback.Payloads;
import io.bellhop.core.discord.loopback.Scene;
import java.time.Duration;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.utils.data.DataArray;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Slash commands: heard, acknowledged and answered, by a whole bot. */
class SlashCallTest extends CallTest {
    private static final int REPLY = 4;
    private static final int DEFER = 5;

    @BeforeEach
    void load() throws Exception {
        loadTrials();
    }

    @Test
    void areAcknowledgedFirstAndAnsweredInItsPlace() throws Exception {
        var call = calls("echo", option("words", "hello there"));

        var acknowledged = call.acknowledged();
        assertThat(acknowledged.type()).isEqualTo(DEFER);
        assertThat(acknowledged.isEphemeral()).isFalse();
        var answer = call.shown();
        assertThat(answer.content()).isEqualTo("ann: hello there");
        assertThat(answer.ephemeral()).isFalse();
        assertThat(call.messages()).hasSize(1);
        assertThat(ConnectedTest.mentions(answer.json())).isEqualTo("[]false");
    }

    @Test
    void takeTheirOptionsByName() throws Exception {
        assertThat(calls("echo", option("loud", true), option("words", "-x \"y\" ```z"))
                        .shown()
                        .content())
                .isEqualTo("ann: -x \"y\" \\`\\`\\`z!");
        assertThat(calls("echo", option("more", "b"), option("words", "a"), option("loud", false))
                        .shown()
                        .content())
                .isEqualTo("ann: a + b");
        assertThat(calls("team pay", option("why", "war")).shown().content()).isEqualTo("paid for war");
    }

    @Test
    void areAnsweredWithoutCardsAndFilesWhereThoseMayNotBeShown() throws Exception {
        var answer = shows(Scene.elsewhere(Payloads.ANN).granting(0, 100));
        assertThat(answer.content()).contains("here", "**War**", "a.txt", "Attach Files");
        assertThat(answer.json().getArray("embeds").isEmpty()).isTrue();
        assertThat(answer.json().optArray("attachments").map(DataArray::length)).isNotEqualTo(Optional.of(1));
    }

    @Test
    void areAnsweredWithoutFilesThatAreLargerThanDiscordTakesThere() throws Exception {
        var all = Permission.getRaw(Permission.MESSAGE_EMBED_LINKS, Permission.MESSAGE_ATTACH_FILES);
        var answer = shows(Scene.lobby(Payloads.ANN).granting(all, 5));
        assertThat(answer.content()).contains("a.txt", "is not here");
        assertThat(answer.json().getArray("embeds").length()).isOne();
    }

    private Shown shows(Scene scene) throws InterruptedException {
        return bot.discord().interactions().calls(scene, "show").shown();
    }

    @Test
    void takeSeveralFiles() throws Exception {
        var files = bot.discord();
        assertThat(calls("build", files.file("files-2", "b.txt"), files.file("files", "a.js"))
                        .shown()
                        .content())
                .isEqualTo("js what stands in a file beside b.txt");
    }

    @Test
    void takeFilesInTheOrderOfTheirParameters() throws Exception {
        var files = bot.discord();
        assertThat(calls("merge", files.file("other", "b.txt"), files.file("one", "a.txt"))
                        .shown()
                        .content())
                .isEqualTo("a.txt and b.txt");
    }

    @Test
    void takeNoSubCommandForTheOneThatIsCalled() throws Exception {
        assertThat(calls("note main", option("text", "list of things")).shown().content())
                .isEqualTo("noted list of things");
        assertThat(calls("note list").shown().content()).isEqualTo("all notes");
    }

    @Test
    void answerForTheCallerAloneWhereTheCommandWhispers() throws Exception {
        var call = calls("mine");
        assertThat(call.acknowledged().isEphemeral()).isTrue();
        assertThat(call.shown()).extracting(Shown::content, Shown::ephemeral).containsExactly("psst", true);
    }

    @Test
    void refuseForTheCallerAloneWhereTheCommandWhispers() throws Exception {
        var refusal = calls("boss").shown();
        assertThat(refusal.content()).contains("This needs rank 999; yours is 0");
        assertThat(refusal.ephemeral()).isTrue();
    }

    @Test
    void whisperThoughEverybodySawTheBotThink() throws Exception {
        var call = calls("apart");
        assertThat(call.acknowledged().isEphemeral()).isFalse();
        assertThat(call.shown()).extracting(Shown::content, Shown::ephemeral).containsExactly("only you", true);
        assertThat(call.messages()).hasSize(1);
    }

    @Test
    void stopThinkingWhenNothingIsSaid() throws Exception {
        var call = calls("quiet");
        call.withdrawn();
        assertThat(call.messages()).isEmpty();
    }

    @Test
    void showProgressInTheSameMessage() throws Exception {
        var call = calls("steps");
        assertThat(call.shown().content()).isEqualTo("half");
        assertThat(call.shown().content()).isEqualTo("whole");
        assertThat(call.messages()).extracting(Shown::content).containsExactly("whole");
    }

    @Test
    void showNoMoreOfTheirProgressThanIsPolite() throws Exception {
        bot.load("hasty", """
                @ChatPlugin public final class Main {
                  @Command(name = "hurry", help = "Says much.") String hurry(Invocation asking) {
                    for (int i = 1; i <= 100; i++) { asking.progress(Text.of("step " + i)); }
                    return "done";
                  }
                }""");
        var call = calls("hurry");
        assertThat(call.shown().content()).isEqualTo("step 1");
        assertThat(call.shown().content()).as("no second and a half later").isEqualTo("done");
    }

    @Test
    void haveThreadsBesideThem() throws Exception {
        bot.load("talk", """
                @ChatPlugin public final class Main {
                  @Inject Connectors connectors;
                  @Command(name = "discuss", help = "Begins a thread.") void discuss(Invocation asking) {
                    var discord = connectors.find("discord").orElseThrow();
                    var thread = discord.thread(asking.message().id(), "the matter").toCompletableFuture().join();
                    discord.say(thread, Content.of("here")).toCompletableFuture().join();
                  }
                }""");
        calls("discuss");
        var begun = bot.discord().next("POST", "channels/" + Payloads.LOBBY + "/threads");
        assertThat(begun.json().getString("name")).isEqualTo("the matter");
        assertThat(bot.discord().next("POST", "/messages").json().getString("content"))
                .isEqualTo("here");
    }

    @Test
    void goOnInFurtherMessages() throws Exception {
        var call = calls("long");
        assertThat(call.shown().content()
                        + call.shown().content()
                        + call.shown().content())
                .hasSizeGreaterThan(4400);
    }

    @Test
    void areAnsweredInTheChannelAfterAQuarterOfAnHour() throws Exception {
        var call = calls("late main");
        call.acknowledged();
        bot.time().advance(Duration.ofMinutes(15));
        bot.discord().says(Payloads.ANN, "!finish");
        var said = bot.said().getString("content") + bot.said().getString("content");
        assertThat(said).contains("finished", "at last");
        assertThat(call.messages()).isEmpty();
    }

    @Test
    void areAnsweredByDirectMessageAfterAQuarterOfAnHourAndNeverInTheChannel() throws Exception {
        var call = calls("late mine");
        call.acknowledged();
        bot.time().advance(Duration.ofMinutes(15));
        bot.discord().says(Payloads.ANN, "!finish");
        assertThat(bot.whispered().getString("content")).isEqualTo("at last");
        assertThat(bot.discord().rest().log())
                .filteredOn(request -> request.is("POST", "channels/" + Payloads.LOBBY + "/messages"))
                .noneMatch(request -> request.body().contains("at last"));
    }

    @Test
    void goTheOtherWayWhenDiscordRefusesTheToken() throws Exception {
        var call = calls("late mine");
        call.acknowledged();
        call.expire();
        bot.discord().says(Payloads.ANN, "!finish");
        assertThat(bot.whispered().getString("content")).isEqualTo("at last");
    }

    @Test
    void areAnsweredInPrivateToo() throws Exception {
        var call = bot.discord().interactions().calls(Scene.direct(Payloads.ANN), "echo", option("words", "hi"));
        assertThat(call.shown().content()).isEqualTo("ann: hi");
    }

    @Test
    void workWhereOnlyTheUserHasInstalledTheBot() throws Exception {
        var interactions = bot.discord().interactions();
        var call = interactions.calls(Scene.elsewhere(Payloads.ANN), "echo", option("words", "hi"));
        assertThat(call.shown().content()).isEqualTo("ann: hi");
        assertThat(bot.discord().rest().log())
                .noneMatch(request -> request.path().contains(Scene.STRANGE_CHANNEL));
    }

    @Test
    void workAmongFriendsWhereOnlyTheUserHasInstalledTheBot() throws Exception {
        var interactions = bot.discord().interactions();
        var call = interactions.calls(Scene.group(Payloads.ANN), "echo", option("words", "hi"));
        assertThat(call.shown().content()).isEqualTo("ann: hi");
    }

    @Test
    void areNotHeardFromTheIgnored() throws Exception {
        bot.ignore(Payloads.ANN);
        var ignored = calls("echo", option("words", "hi"));
        var heard = bot.discord().interactions().calls(Payloads.BEN, "echo", option("words", "hi"));
        assertThat(heard.shown().content()).isEqualTo("ben: hi");
        assertThat(ignored.isAcknowledged()).isFalse();
    }

    @Test
    void saySoIfTheirPluginIsAway() throws Exception {
        bot.plugins().unload("trials");
        var call = calls("echo", option("words", "hi"));
        var answer = call.acknowledged();
        assertThat(answer.type()).isEqualTo(REPLY);
        assertThat(answer.isEphemeral()).isTrue();
        assertThat(answer.data().getString("content")).contains("its plugin is not running");
    }

    @Test
    void runOnceThoughDiscordRepeatsThem() throws Exception {
        var call = calls("echo", option("words", "hi"));
        call.shown();
        bot.discord().interactions().repeats(call, Payloads.ANN, "quiet");
        assertThat(calls("mine").shown().content()).isEqualTo("psst");
        assertThat(bot.discord().rest().log())
                .filteredOn(request -> request.is("POST", "interactions/" + call.id))
                .hasSize(1);
    }

    @Test
    void neverRunWhenTheyComeTooLate() throws Exception {
        bot.discord().rest().answerOnce("POST", "interactions/", LoopbackRest.Answer.error(404, 10_062, "Unknown"));
        var late = calls("finish");
        bot.discord().next("POST", "interactions/" + late.id);
        var waiting = calls("late main");
        assertThat(calls("mine").shown().content()).isEqualTo("psst");
        assertThat(late.messages()).isEmpty();
        assertThat(waiting.messages()).isEmpty();
        calls("finish");
        assertThat(waiting.shown().content()).isEqualTo("at last");
    }
}
