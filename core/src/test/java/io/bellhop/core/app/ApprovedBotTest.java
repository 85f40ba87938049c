package io.bellhop.core.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.access.AccessRule.CommandRequirement;
import io.bellhop.api.access.Requirement;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.chat.plain.PlainText;
import io.bellhop.api.chat.plain.Style;
import io.bellhop.api.event.MessageReceived;
import io.bellhop.core.access.AccessTable;
import io.bellhop.core.audit.Audit;
import io.bellhop.core.config.Configuration;
import io.bellhop.core.config.CoreConfig;
import io.bellhop.core.event.broker.EventBroker;
import io.bellhop.core.journal.Outbox;
import io.bellhop.core.storage.CoreDatabase;
import io.bellhop.core.telemetry.trace.Tracing;
import io.bellhop.core.testkit.FakeConnector;
import io.bellhop.core.testkit.FakeConnector.Sent;
import io.bellhop.core.testkit.VirtualTime;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Approvals in a whole bot that is started anew. */
class ApprovedBotTest {
    @TempDir
    private Path home;

    private VirtualTime time = new VirtualTime();
    private final FakeConnector connector = new FakeConnector();
    private Bot bot;

    @BeforeEach
    void start() throws Exception {
        var configuration = Configuration.load(home.resolve("bellhop.yaml"), Map.of());
        bot = new Bot(new BotParts(
                new Home(home),
                configuration,
                configuration.bind(CoreConfig.class, ""),
                Set.of(new UserId("test", "owner"), new UserId("test", "other")),
                time,
                new Random(1),
                Tracing.NONE));
        bot.start();
        bot.plugins().await();
        bot.connect(connector);
        require(1);
    }

    @AfterEach
    void stop() throws Exception {
        bot.stop();
    }

    @Test
    void keepsWhatWaitsOverARestart() throws Exception {
        var ref = ask();
        says("owner", "!deny " + ask());
        bot.stop();
        start();
        assertThat(text(says("owner", "!approvals"))).contains(ref, "ping once");
        assertThat(said("owner", "!approve " + ref)).anyMatch(text -> text.endsWith("pong once"));
        assertThat(text(says("owner", "!approvals"))).isEqualTo("Nothing waits for approval.");
    }

    @Test
    void keepsApprovalsOverARestart() throws Exception {
        require(2);
        var ref = ask();
        assertThat(text(says("owner", "!approve " + ref))).isEqualTo("Approved: 1 of 2.");
        bot.stop();
        start();
        assertThat(text(says("owner", "!approvals " + ref))).contains("1 of 2 approvals");
        assertThat(text(says("owner", "!approve " + ref))).contains("approval.twice");
    }

    @Test
    void runsNothingThatWasChangedWhereItIsKept() throws Exception {
        var ref = ask();
        bot.part(CoreDatabase.class)
                .jdbi()
                .useHandle(
                        handle -> handle.execute("UPDATE approval SET petition = replace(petition, 'once', 'evil')"));
        bot.stop();
        start();
        assertThat(text(says("owner", "!approve " + ref))).contains("not what was asked");
    }

    @Test
    void tellsWhatExpiredWhileTheBotWasDown() throws Exception {
        var ref = ask();
        bot.stop();
        time = new VirtualTime();
        time.advance(Duration.ofHours(25));
        int before = connector.sent().size();
        start();
        sends();
        assertThat(said("owner", "!approve " + ref)).anyMatch(text -> text.contains("approval.unknown"));
        time.advance(Duration.ofMinutes(1));
        sends();
        assertThat(connector.sent().subList(before, connector.sent().size()))
                .filteredOn(sent -> text(sent).contains("expired: "))
                .singleElement()
                .satisfies(sent -> assertThat(text(sent)).contains(ref));
    }

    @Test
    void waitsNoLongerBecauseTheClockIsSetBackAtTheRestart() throws Exception {
        var ref = ask();
        bot.stop();
        time = new VirtualTime();
        time.jump(Duration.ofDays(-30));
        start();
        time.advance(Duration.ofHours(25));
        sends();
        assertThat(text(says("owner", "!approve " + ref))).contains("approval.unknown");
    }

    @Test
    void forgetsWhatSomeoneAsked() throws Exception {
        var ref = ask();
        says("ann", "!forget me -yes");
        assertThat(text(says("owner", "!approve " + ref))).contains("approval.unknown");
        bot.part(Audit.class).drain(Duration.ofSeconds(60));
        assertThat(rows("SELECT 1 FROM person WHERE user_id = 'ann'")).isZero();
    }

    @Test
    void tellsAndForgetsWhatSomeoneHasApprovedOf() throws Exception {
        require(2);
        var ref = ask();
        says("other", "!approve " + ref);
        says("other", "!export me");
        assertThat(exported()).contains("what you have approved of", ref);
        assertThat(text(says("other", "!forget me -yes"))).contains("1 of your approvals");
        assertThat(rows("SELECT 1 FROM approval_vote")).isZero();
        assertThat(text(says("owner", "!approve " + ref))).isEqualTo("Approved: 1 of 2.");
    }

    /** Waits until all has been sent that the platform takes. */
    private void sends() throws Exception {
        assertThat(bot.part(Outbox.class).drain(Duration.ofSeconds(60))).isTrue();
    }

    private void require(int approvals) {
        bot.part(AccessTable.class)
                .put(new CommandRequirement("ping", Optional.empty(), new Requirement(0, approvals)));
    }

    private String ask() throws Exception {
        var sent = says("ann", "!ping once");
        return sent.content().choices().getFirst().invocation().substring("approve ".length());
    }

    /** Says something, and returns all that is said to it and what it sets off. */
    private List<String> said(String user, String text) throws Exception {
        int before = connector.sent().size();
        says(user, text);
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (connector.sent().size() < before + 2 && System.nanoTime() < until) {
            LockSupport.parkNanos(1_000_000);
        }
        return connector.sent().stream().skip(before).map(ApprovedBotTest::text).toList();
    }

    private Sent says(String user, String text) throws Exception {
        bot.part(Audit.class).drain(Duration.ofSeconds(60));
        int before = connector.sent().size();
        var message = connector.message(
                FakeConnector.named(user),
                "lobby",
                text,
                List.of(),
                time.clock().instant());
        bot.part(EventBroker.class)
                .publish(new MessageReceived(message))
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
        return connector.sent().get(before);
    }

    private int rows(String sql) {
        return bot.part(CoreDatabase.class)
                .jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(int.class).list())
                .size();
    }

    private String exported() throws Exception {
        var file = connector.sent().getLast().content().attachments().getFirst();
        try (var in = file.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String text(Sent sent) {
        return new PlainText(Style.PLAIN).of(sent.content(), PlainText::note);
    }
}
