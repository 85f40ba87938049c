package io.bellhop.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.plain.PlainText;
import io.bellhop.api.chat.plain.Style;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Schedules of people, in a bot without plugins. The virtual clock begins at noon of a Thursday, in UTC. */
class ScheduleTest {
    @AutoClose
    private final TestBot bot = bot();

    @Test
    void firesACommandOnceAsItsMaker() {
        bot.as("ann").says("!schedule in 10m ping tea").repliesWith("Schedule 1 runs !ping tea as you at");
        assertThat(after(Duration.ofMinutes(9))).isEmpty();
        assertThat(after(Duration.ofMinutes(1))).containsExactly("pong tea");
        assertThat(after(Duration.ofDays(1))).isEmpty();
        bot.as("ann").says("!schedule list").replies("Nothing is scheduled.");
    }

    @Test
    void firesACommandAtATimeOfDayThatComesNext() {
        bot.as("ann").says("!schedule at -zone UTC 12:05 ping tea").repliesWith("as you at 2026-01-01");
        bot.as("ann").says("!schedule at -zone Europe/Berlin 9:30 ping coffee").repliesWith("as you at 2026-01-02");
        assertThat(after(Duration.ofMinutes(4))).isEmpty();
        assertThat(after(Duration.ofMinutes(1))).containsExactly("pong tea");
        assertThat(after(Duration.ofHours(20))).isEmpty();
        assertThat(after(Duration.ofMinutes(25))).containsExactly("pong coffee");
        assertThat(after(Duration.ofDays(2))).isEmpty();
    }

    @Test
    void firesACommandOnADay() {
        bot.as("ann").says("!schedule at -zone UTC 2026-01-03T08:00 ping tea").repliesWith("as you at 2026-01-03");
        bot.as("ann").says("!schedule at 2026-01-03T08:30+01:00 ping coffee").repliesWith("as you at 2026-01-03");
        assertThat(after(Duration.ofHours(43).plusMinutes(30))).containsExactly("pong coffee");
        assertThat(after(Duration.ofMinutes(30))).containsExactly("pong tea");
    }

    @Test
    void refusesTimesThatAreNone() {
        for (var time : List.of("soon", "25:00", "2025-12-31T08:00", "2026-01-01T12:00Z", "2028-01-01T00:00")) {
            bot.as("ann").says("!schedule at -zone UTC " + time + " ping").isRefused("schedule.time");
        }
        bot.as("ann").says("!schedule at 18:00 pong").isRefused("schedule.command");
    }

    @Test
    void asksForTheCommandThatIsLeftOut() {
        bot.as("ann")
                .says("!schedule at -zone UTC 12:05")
                .asks("Which command")
                .answers("ping tea")
                .repliesWith("12:05");
        bot.as("ann").says("!schedule in 10m").asks("without !").answers("pong").isRefused("schedule.command");
        var ann = bot.as("ann").withRank(Rank.TRUSTED);
        ann.says("!schedule -zone UTC \"10 12 * * *\"")
                .asks("Which")
                .answers("ping again")
                .repliesWith("12:10");
        ann.says("!schedule 10 12 * * *").isRefused("schedule.command");
        assertThat(after(Duration.ofMinutes(10))).containsExactly("pong tea", "pong again");
    }

    @Test
    void firesACommandAgainAndAgain() {
        bot.as("ann")
                .withRank(Rank.TRUSTED)
                .says("!schedule -zone UTC 0 9 * * MON ping tea")
                .repliesWith("next at 2026-01-05");
        assertThat(after(Duration.ofDays(11).minusHours(4))).containsExactly("pong tea");
        assertThat(after(Duration.ofHours(4))).containsExactly("pong tea");
    }

    @Test
    void survivesARestart() {
        bot.as("ann").withRank(Rank.TRUSTED).says("!schedule -zone UTC \"0 * * * *\" !ping tea");
        bot.as("ann").in("other").says("!schedule in 2h ping coffee");
        bot.restarts();
        assertThat(after(Duration.ofHours(2))).containsExactlyInAnyOrder("pong tea", "pong tea", "pong coffee");
        bot.as("ann").says("!schedule in 2h ping").repliesWith("Schedule 3");
    }

    @Test
    void makesUpForWhatItMissedAsItWasTold() {
        var ann = bot.as("ann").withRank(Rank.TRUSTED);
        ann.says("!schedule -zone UTC -missed skip \"0 * * * *\" ping skip");
        ann.says("!schedule -zone UTC -missed once \"0 * * * *\" ping once");
        ann.says("!schedule -zone UTC -missed all \"0 * * * *\" ping all");
        ann.says("!schedule in 1h ping late");
        bot.restarts(Duration.ofMinutes(190));
        assertThat(after(Duration.ofSeconds(10)))
                .containsExactlyInAnyOrder("pong once", "pong all", "pong all", "pong all", "pong late");
        assertThat(after(Duration.ofMinutes(50))).containsExactlyInAnyOrder("pong skip", "pong once", "pong all");
    }

    @Test
    void comeBackFromAYearIntoWhichTheClockHadJumped() {
        bot.as("ann").withRank(Rank.TRUSTED).says("!schedule -zone UTC \"0 * * * *\" ping tea");
        bot.time().jump(Duration.ofDays(365));
        assertThat(after(Duration.ofMinutes(2))).containsExactly("pong tea");
        bot.time().jump(Duration.ofDays(-365));
        assertThat(after(Duration.ofMinutes(58))).containsExactly("pong tea");
        assertThat(after(Duration.ofMinutes(60))).containsExactly("pong tea");
    }

    @Test
    void comeBackFromThereAlsoByARestart() {
        bot.as("ann").withRank(Rank.TRUSTED).says("!schedule -zone UTC \"0 * * * *\" ping tea");
        bot.time().jump(Duration.ofDays(365));
        assertThat(after(Duration.ofMinutes(2))).containsExactly("pong tea");
        bot.time().jump(Duration.ofDays(-365));
        bot.restarts();
        assertThat(after(Duration.ofMinutes(58))).containsExactly("pong tea");
    }

    @Test
    void areNotFiredTwiceWhenTheClockIsSetBackALittle() {
        bot.as("ann").withRank(Rank.TRUSTED).says("!schedule -zone UTC \"0 * * * *\" ping tea");
        assertThat(after(Duration.ofMinutes(60))).containsExactly("pong tea");
        bot.time().jump(Duration.ofMinutes(-30));
        bot.restarts();
        assertThat(after(Duration.ofMinutes(89))).isEmpty();
        assertThat(after(Duration.ofMinutes(1))).containsExactly("pong tea");
    }

    @Test
    void waitsForAPlatformThatDoesNotKnowItsChannelYet() {
        bot.as("ann").says("!schedule in 10m ping tea");
        bot.restarts();
        knows(CompletableFuture.completedStage(false));
        assertThat(after(Duration.ofMinutes(15))).isEmpty();
        bot.as("ann").says("!schedule list").repliesWith("1: !ping tea");
        knows(CompletableFuture.completedStage(true));
        assertThat(after(Duration.ofSeconds(5))).containsExactly("pong tea");
        assertThat(after(Duration.ofHours(1))).isEmpty();
    }

    @Test
    void waitsForAPlatformThatCantBeReachedHoweverLongThatTakes() {
        bot.as("ann").says("!schedule in 10m ping tea");
        knows(CompletableFuture.failedStage(
                new BellhopException(ErrorKind.CONNECTOR, "test.stopped", "It is logging in.", null)));
        assertThat(after(Duration.ofHours(2))).isEmpty();
        knows(CompletableFuture.completedStage(true));
        assertThat(after(Duration.ofSeconds(5))).containsExactly("pong tea");
    }

    @Test
    void waitsForAnAnswerThatComesLateAndHoldsNobodyElseUp() {
        bot.as("ann").says("!schedule in 10m ping tea");
        bot.as("ann").says("!schedule in 11m ping coffee");
        var known = new CompletableFuture<Boolean>();
        knows(known);
        assertThat(after(Duration.ofMinutes(10))).isEmpty();
        knows(CompletableFuture.completedStage(true));
        assertThat(after(Duration.ofSeconds(10))).isEmpty();
        known.complete(true);
        assertThat(after(Duration.ZERO)).containsExactly("pong tea");
        assertThat(after(Duration.ofMinutes(1))).containsExactly("pong coffee");
    }

    @Test
    void asksAgainWhereNoAnswerComes() {
        bot.as("ann").says("!schedule in 10m ping tea");
        knows(new CompletableFuture<>());
        assertThat(after(Duration.ofMinutes(10))).isEmpty();
        knows(CompletableFuture.completedStage(true));
        assertThat(after(Duration.ofMinutes(1))).containsExactly("pong tea");
    }

    @Test
    void tellsItsMakerThatItsChannelIsGone() {
        bot.as("ann").says("!schedule in 10m ping tea");
        knows(CompletableFuture.completedStage(false));
        assertThat(after(Duration.ofMinutes(19))).isEmpty();
        assertThat(after(Duration.ofMinutes(2)))
                .singleElement()
                .asString()
                .startsWith("Schedule 1, ping tea, was not run at 2026-01-01")
                .endsWith(": its channel is gone, or hidden from me.");
        assertThat(bot.sent().getLast().verb()).isEqualTo(FakeConnector.Verb.WHISPER);
        bot.as("ann").says("!schedule list").replies("Nothing is scheduled.");
        bot.as("owner").says("!audit").repliesWith("not fired");
    }

    @Test
    void givesOneTimeUpAndGoesOnWithTheNext() {
        bot.as("ann").withRank(Rank.TRUSTED).says("!schedule -zone UTC @hourly ping tea");
        knows(CompletableFuture.completedStage(false));
        assertThat(after(Duration.ofMinutes(71))).singleElement().asString().contains("was not run at 2026-01-01");
        knows(CompletableFuture.completedStage(true));
        assertThat(after(Duration.ofMinutes(49))).containsExactly("pong tea");
    }

    @Test
    void checksItsMakersRankWhenItFires() {
        bot.as("ann").withRank(Rank.MODERATOR).says("!schedule in 1m settings list");
        bot.as("ann").withRank(Rank.EVERYONE);
        assertThat(after(Duration.ofMinutes(1))).singleElement().asString().contains("access.rank");
        bot.as("bob").says("!schedule in 1m ping");
        bot.as("bob").withRank(Rank.IGNORED);
        assertThat(after(Duration.ofMinutes(1))).isEmpty();
    }

    @Test
    void isListedAndDeletedByItsMakerAndByOwners() {
        bot.as("ann").says("!schedule in 1d ping");
        bot.as("bob").says("!schedule list").replies("Nothing is scheduled.");
        bot.as("bob").says("!schedule delete 1").isRefused("schedule.unknown");
        bot.as("bob").says("!schedule list -all").isRefused("access.rank");
        bot.as("owner")
                .says("!schedule list -all")
                .repliesWith("1: !ping, next at")
                .repliesWith("for test:ann");
        bot.as("ann").says("!schedule delete 1").replies("Schedule 1 is gone.");
        bot.restarts();
        bot.as("ann").says("!schedule list").replies("Nothing is scheduled.");
        assertThat(after(Duration.ofDays(1))).isEmpty();
    }

    @Test
    void saysWhatIsWrong() {
        var ann = bot.as("ann").withRank(Rank.TRUSTED);
        ann.says("!schedule ping").isRefused("schedule.cron");
        ann.says("!schedule 61 * * * * ping").isRefused("schedule.cron").repliesWith("not in range");
        ann.says("!schedule 0 0 30 2 * ping").isRefused("schedule.never");
        ann.says("!schedule @daily pong").isRefused("schedule.command").repliesWith("There is no command \"pong\"");
        ann.says("!schedule -zone Mars @daily ping").isRefused("schedule.zone");
        ann.says("!schedule in 1m shutdown").isRefused("access.rank").repliesWith("You may not run shutdown here");
        ann.says("!schedule in 1m schedule in 1m ping").isRefused("schedule.command");
        ann.says("!schedule in 400d ping").isRefused("schedule.time");
        bot.as("bob").says("!schedule @daily ping").isRefused("access.rank");
    }

    @Test
    void areForgottenWithTheirMaker() {
        bot.as("ann").says("!schedule in 1d ping");
        bot.as("ann").says("!forget me -yes").repliesWith("schedules");
        bot.restarts();
        bot.as("ann").says("!schedule list").replies("Nothing is scheduled.");
    }

    @Test
    void boundsWhatOneMaySchedule() {
        for (int i = 0; i < 20; i++) {
            bot.as("ann").says("!schedule in 1h ping").repliesWith("runs");
        }
        bot.as("ann").says("!schedule in 1h ping").isRefused("schedule.most");
        bot.as("bob").says("!schedule in 1h ping").repliesWith("runs");
    }

    private void knows(CompletionStage<Boolean> answer) {
        bot.connector().answersLookUps(() -> answer);
    }

    private List<String> after(Duration duration) {
        int seen = bot.sent().size();
        bot.advance(duration);
        return bot.sent().stream().skip(seen).map(sent -> plain(sent.content())).toList();
    }

    private static String plain(Content content) {
        return new PlainText(Style.PLAIN).of(content, PlainText::note);
    }

    private static TestBot bot() {
        try {
            var home = Files.createTempDirectory("bellhop-test");
            Files.createDirectories(home.resolve("plugins"));
            Files.writeString(home.resolve("bellhop.yaml"), "");
            return TestBot.load(home, new Random(1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
