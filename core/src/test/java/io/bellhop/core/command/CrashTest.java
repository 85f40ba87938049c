package io.bellhop.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.event.ChoicePicked;
import io.bellhop.core.chat.ConnectorRegister;
import io.bellhop.core.choice.NumberedChoices;
import io.bellhop.core.choice.OfferKey;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.choice.Pick;
import io.bellhop.core.command.register.CommandNames;
import io.bellhop.core.event.broker.EventBroker;
import io.bellhop.core.event.pool.PoolOptions;
import io.bellhop.core.journal.Recovery;
import io.bellhop.core.storage.Ledger;
import io.bellhop.core.testkit.FakeConnector;
import io.bellhop.core.testkit.FakeConnector.Verb;
import io.bellhop.core.testkit.VirtualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What users see of a bot that ended without warning. A crash is a copy of the files, from which another bot starts.
 */
class CrashTest {
    @TempDir
    private Path folder;

    private final VirtualTime time = new VirtualTime();
    private final FakeConnector connector = new FakeConnector();
    private final List<Room> rooms = new ArrayList<>();
    private final AtomicInteger crashes = new AtomicInteger();
    private final Payments payments = new Payments(connector, crashes, this::crashNow);

    @AfterEach
    void close() throws Exception {
        for (var room : rooms) {
            room.close();
        }
    }

    @Test
    void tellsWhoseCommandWasInterruptedAndRunsItOnlyWhenAskedTo() throws Exception {
        var room = open();
        var asked = room.message("ann", "!crash bob");
        room.send(asked);
        restart();

        var notice = connector.sent().getLast();
        assertThat(texts().getLast())
                .startsWith(
                        "crash was interrupted when the bot went down, and may have taken effect. (command.interrupted, ref ")
                .endsWith("\n1) Run it again");
        assertThat(notice.cause()).isEqualTo(asked.id());
        assertThat(payments.paid).hasValue(1);

        Room.await(pick(notice));
        assertThat(texts().getLast()).isEqualTo("paid bob");
        assertThat(payments.paid).hasValue(2);
    }

    @Test
    void offersToRunItAgainToWhoeverAskedAloneWhereNumbersArePicked() throws Exception {
        open().send("ann", "!crash bob");
        var room = comeBackFromCrash();
        var offers = Offers.inMemory(time, room.injector.getInstance(CommandNames.class));
        var register = room.injector.getInstance(ConnectorRegister.class);
        register.remove(connector);
        register.add(new NumberedChoices(connector, offers, _ -> "!"));
        recover(room);

        var key = OfferKey.of(Room.LOBBY.id());
        var ann = FakeConnector.named("ann").id();
        var ben = FakeConnector.named("ben").id();
        assertThat(offers.pick(key, 1, ben)).isCompletedWithValue(new Pick.ForAnother());
        assertThat(offers.pick(key, 1, ann)).isCompletedWithValueMatching(pick -> pick instanceof Pick.Picked);
    }

    @Test
    void takesDownInItsSpaceWhatWasInterrupted() throws Exception {
        open().send("ann", "!crash bob");
        restart();
        var deed = rooms.getLast().audit.deeds.getFirst();
        assertThat(deed.outcome()).isEqualTo("interrupted");
        assertThat(deed.channel().orElseThrow().space().orElseThrow().id().id()).isEqualTo("space");
    }

    @Test
    void offersNoCommandAgainWhoseSecretItHasNotKept() throws Exception {
        open().send("ann", "!login hunter22");
        restart();
        assertThat(texts().getLast())
                .startsWith("login was interrupted when the bot went down, and may have taken effect.")
                .doesNotContain("Run it again");
    }

    @Test
    void keepsTheCodeBlocksOfWhatCanBeRunAgain() throws Exception {
        open().send("ann", "!crash bob\n```js\n42\n```");
        restart();
        assertThat(connector.sent().getLast().content().choices().getFirst().invocation())
                .isEqualTo("crash bob\n```js\n42\n```");
    }

    @Test
    void offersNoSecondRunOfWhatCameWithAFileThatIsGone() throws Exception {
        open().send("ann", "!crash bob", Attachment.of("a.txt", "a"));
        restart();
        assertThat(connector.sent().getLast().content().choices()).isEmpty();
    }

    @Test
    void tellsInPrivateOfWhatWasPrivate() throws Exception {
        open().send("ann", "!whisper");
        restart();
        assertThat(connector.sent())
                .singleElement()
                .satisfies(sent -> assertThat(sent.verb()).isEqualTo(Verb.WHISPER));
    }

    @Test
    void forgetsWhatMayBeAskedAgainAnyTime() throws Exception {
        open().send("ann", "!rates");
        restart();
        assertThat(texts()).isEmpty();
    }

    @Test
    void doesNotSendTwiceWhatTheConnectorRecognises() throws Exception {
        lose("!pay bob");
        comeBack();
        assertThat(texts()).containsExactly("paid bob");

        restart();
        assertThat(texts()).containsExactly("paid bob");
        assertThat(payments.paid).hasValue(1);
    }

    @Test
    void saysThatItMayRepeatItselfWhereNobodyCouldTell() throws Exception {
        connector.forgetful();
        lose("!pay bob");
        comeBack();
        assertThat(texts()).containsExactly("paid bob\n(this may be a repeat: the connection was lost)");

        restart();
        assertThat(texts().getLast()).isEqualTo("paid bob\n(this may be a repeat: the bot was restarted)");
        assertThat(payments.paid).hasValue(1);
    }

    @Test
    void looksWhereItWouldStandBeforeItRepeatsItselfToAConnectorThatCanTell() throws Exception {
        connector.forgetful().lookingUp();
        lose("!pay bob");
        comeBack();
        assertThat(texts()).containsExactly("paid bob");

        restart();
        assertThat(texts()).containsExactly("paid bob");
    }

    @Test
    void sendsWhatIsOldAllTheSameIfThePlatformComesSoonAfterTheStart() throws Exception {
        lose("!pay bob");
        rooms.removeLast().close();
        time.advance(Duration.ofDays(3));
        recover(open());
        assertThat(connector.sent()).isEmpty();

        comeBack();
        assertThat(texts()).singleElement().asString().startsWith("paid bob");
    }

    @Test
    void sendsEarlierRepliesToo() throws Exception {
        open().send("ann", "!steps");
        restart();
        assertThat(texts()).hasSize(2).startsWith("half").last().asString().startsWith("steps was interrupted");
    }

    @Test
    void changesTheSameMessageAgain() throws Exception {
        var room = open();
        room.send("ann", "!progress");
        room.awaitIdle();
        crashNow();
        restart();
        assertThat(connector.sent()).extracting(FakeConnector.Sent::verb).containsExactly(Verb.REPLY, Verb.EDIT);
        assertThat(texts()).containsExactly("1 of 2", "whole");
    }

    @Test
    void sendsAllOfAReplyButLargeFiles() throws Exception {
        lose("!rich");
        restart();
        var sent = connector.sent().getLast().content();
        assertThat(texts().getLast())
                .contains("title", "a: 1", "https://example.org/a.png", "foot", "see this", "x", "42", "More")
                .contains("(the file large.bin was too large to be kept over the restart)");
        assertThat(sent.choices().getFirst().isForEveryone()).isTrue();
        assertThat(sent.attachments()).singleElement().satisfies(file -> {
            try (var in = file.open()) {
                assertThat(in.readAllBytes()).asString().isEqualTo("hello");
            }
        });
    }

    @Test
    void losesAndRepeatsNothingWhereverThePowerFails() throws Exception {
        var room = open();
        Room.await(room.send("ann", "!pay bob"));
        room.injector.getInstance(Ledger.class).close();

        var seen = new ArrayList<String>();
        for (var copy : Disk.copies(folder.resolve("0"), folder.resolve("power"))) {
            var platform = new FakeConnector().forgetful();
            recover(open(copy, platform));
            assertThat(platform.sent()).hasSizeLessThan(2);
            seen.add(platform.sent().stream()
                    .map(sent -> sent.content().text().toString().replaceAll("(?s).*(interrupted|repeat).*", "$1"))
                    .findFirst()
                    .orElse("nothing"));
        }
        assertThat(seen.stream().dropWhile("nothing"::equals)).containsExactly("interrupted", "repeat", "nothing");
        assertThat(payments.paid).hasValue(1);
    }

    /** Lets a command's reply fail on its way, and the bot crash. */
    private void lose(String text) {
        connector.away(true);
        var room = open();
        room.send("ann", text);
        room.awaitIdle();
        crashNow();
    }

    private void comeBack() {
        connector.away(false);
        time.advance(Duration.ofSeconds(1));
        rooms.getLast().awaitIdle();
    }

    /** From now on nothing reaches the platform, and what was on the disk at this moment is all that is left. */
    private void crashNow() {
        connector.away(true);
        Disk.copy(folder.resolve(Integer.toString(crashes.get())), folder.resolve(Integer.toString(crashes.get() + 1)));
        crashes.incrementAndGet();
    }

    private void restart() throws Exception {
        recover(comeBackFromCrash());
    }

    private Room comeBackFromCrash() throws Exception {
        rooms.getLast().awaitIdle();
        rooms.removeLast().close();
        connector.away(false);
        time.advance(Duration.ofSeconds(5));
        return open();
    }

    private static void recover(Room room) {
        room.injector
                .getInstance(Recovery.class)
                .connected(FakeConnector.named("ann").id().connector());
        room.awaitIdle();
    }

    private Room open() {
        return open(folder.resolve(Integer.toString(crashes.get())), connector);
    }

    private Room open(Path home, FakeConnector platform) {
        var room = new Room(home, time, platform, PoolOptions.DEFAULT, payments);
        rooms.add(room);
        return room;
    }

    private CompletionStage<Void> pick(FakeConnector.Sent sent) {
        var picked = new ChoicePicked(
                sent.content().choices().getFirst(),
                sent.cause(),
                FakeConnector.channel(sent.cause().channel()),
                FakeConnector.named("ann"));
        return rooms.getLast().injector.getInstance(EventBroker.class).publish(picked);
    }

    private List<String> texts() {
        return rooms.getLast().texts(0);
    }
}
