package io.bellhop.core.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.chat.plain.PlainText;
import io.bellhop.api.chat.plain.Style;
import io.bellhop.api.event.MessageReceived;
import io.bellhop.core.audit.Audit;
import io.bellhop.core.config.Configuration;
import io.bellhop.core.config.CoreConfig;
import io.bellhop.core.event.broker.EventBroker;
import io.bellhop.core.plugin.PluginJar;
import io.bellhop.core.storage.CoreDatabase;
import io.bellhop.core.telemetry.trace.Tracing;
import io.bellhop.core.testkit.FakeConnector;
import io.bellhop.core.testkit.FakeConnector.Sent;
import io.bellhop.core.testkit.FakeConnector.Verb;
import io.bellhop.core.testkit.VirtualTime;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit as the owner meets it, in a whole bot. */
class AuditedBotTest {
    @TempDir
    private Path home;

    private VirtualTime time = new VirtualTime();
    private FakeConnector connector;
    private Bot bot;

    @BeforeEach
    void start() throws Exception {
        var configuration = Configuration.load(home.resolve("bellhop.yaml"), Map.of());
        connector = new FakeConnector();
        bot = new Bot(new BotParts(
                new Home(home),
                configuration,
                configuration.bind(CoreConfig.class, ""),
                Set.of(new UserId("test", "owner")),
                time,
                new Random(1),
                Tracing.NONE));
        bot.start();
        bot.plugins().await();
        bot.connect(connector);
    }

    @AfterEach
    void stop() throws Exception {
        bot.stop();
    }

    @Test
    void tellsAnOwnerInPrivateWhoDidWhat() throws Exception {
        says("ann", "!shutdown now");
        says("owner", "!plugin list");
        var answer = says("owner", "!audit");
        assertThat(answer.verb()).isEqualTo(Verb.WHISPER);
        assertThat(text(answer))
                .contains("ann shutdown now: denied", "owner plugin list: answered", "the bot bot: started");
    }

    @Test
    void tellsAllOfOneInvocation() throws Exception {
        var refused = text(says("ann", "!shutdown"));
        var ref = refused.substring(refused.lastIndexOf(' ') + 1).replaceAll("[^a-z0-9]", "");
        assertThat(text(says("owner", "!audit -ref " + ref))).contains("shutdown", "denied", "lobby", ref);
    }

    @Test
    void turnsPages() throws Exception {
        for (int i = 0; i < 12; i++) {
            says("ann", "!shutdown " + i);
        }
        var first = says("owner", "!audit -user ann");
        assertThat(text(first)).contains("shutdown 11", "shutdown 2:").doesNotContain("shutdown 1:");
        var older = first.content().choices().getFirst().invocation();
        assertThat(text(says("owner", "!" + older)))
                .contains("shutdown 1:", "shutdown 0:")
                .doesNotContain("shutdown 2:");
    }

    @Test
    void takesDownPluginsThatAreDroppedIntoTheFolderAndTakenAway() throws Exception {
        var file = home.resolve("plugins/dice.jar");
        PluginJar.simple("dice", "1.1.0").write(file);
        bot.plugins().load(file);
        bot.plugins().unload("dice");
        assertThat(text(says("owner", "!audit -command plugin"))).contains("the bot plugin");
        assertThat(export()).contains("\"outcome\":\"running\"", "\"outcome\":\"unloaded\"", "it was running 1.1.0");
        assertThat(text(says("owner", "!audit -command plugin")))
                .contains(
                        "the bot plugin dice 1.1.0: running",
                        "the bot plugin dice 1.1.0: unloaded, it was running 1.1.0");
    }

    @Test
    void verifiesOverARestart() throws Exception {
        says("ann", "!shutdown");
        bot.stop();
        assertThat(home.resolve("logs/audit.head")).exists();
        start();
        assertThat(text(says("owner", "!audit verify"))).contains("rows are well", "The head is");
        assertThat(export()).contains("\"outcome\":\"stopped\"");
    }

    @Test
    void saysWhatIsBroken() throws Exception {
        says("ann", "!shutdown");
        bot.part(Audit.class).drain(Duration.ofSeconds(60));
        bot.part(CoreDatabase.class).jdbi().useHandle(handle -> {
            handle.execute("DROP TRIGGER audit_changes");
            handle.execute("UPDATE audit SET outcome = 'answered' WHERE outcome = 'denied'");
        });
        assertThat(text(says("owner", "!audit verify"))).contains("was changed", "audit.broken");
    }

    @Test
    void tellsTheOwnerSoonAfterTheStartThatRowsWereCutOff() throws Exception {
        says("ann", "!shutdown");
        bot.stop();
        Files.writeString(home.resolve("logs/audit.head"), "99:" + "0".repeat(64));
        time = new VirtualTime();
        start();
        time.advance(Duration.ofMinutes(2));
        assertThat(connector.sent()).anySatisfy(sent -> assertThat(text(sent)).contains("Row 99 of the audit"));
    }

    @Test
    void keepsOthersFromReadingIt() throws Exception {
        assertThat(text(says("ann", "!audit"))).contains("access.rank");
        assertThat(text(says("ann", "!audit export"))).contains("access.rank");
    }

    @Test
    void exportsLinesThatAreJson() throws Exception {
        says("ann", "!shutdown \"now\"");
        var lines = export().lines().toList();
        assertThat(lines).isNotEmpty().allMatch(line -> line.startsWith("{\"number\":") && line.endsWith("\"}"));
        assertThat(lines).anyMatch(line -> line.contains("\"arguments\":\"\\\"now\\\"\""));
        try (var files = Files.list(home.resolve("exports"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void speaksToAnOwnerOfSomeoneElsesDeeds() throws Exception {
        says("ann", "!shutdown");
        assertThat(text(says("owner", "!forget user test:ann")))
                .startsWith("Kept about test:ann:")
                .contains("core audit: deeds (1)");
        assertThat(text(says("owner", "!forget user -yes test:ann")))
                .contains("nobody can tell whose deeds these were")
                .doesNotContain("you");
    }

    @Test
    void forgetsAPersonAndVerifies() throws Exception {
        says("ann", "!shutdown");
        says("ann", "!forget me -yes");
        assertThat(export()).contains("shutdown").doesNotContain("\"ann\"");
        assertThat(text(says("owner", "!audit verify"))).contains("rows are well");
    }

    private String export() throws Exception {
        var sent = says("owner", "!audit export");
        assertThat(text(sent)).matches("(?s)\\d+ rows?, the newest first\\..*");
        Attachment file = sent.content().attachments().getFirst();
        try (var in = file.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
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

    private static String text(Sent sent) {
        return new PlainText(Style.PLAIN).of(sent.content(), PlainText::note);
    }
}
