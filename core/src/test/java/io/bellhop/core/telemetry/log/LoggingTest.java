package io.bellhop.core.telemetry.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.api.chat.UserId;
import io.bellhop.api.plugin.Secret;
import io.bellhop.core.telemetry.InvocationFields;
import io.bellhop.core.telemetry.Redaction;
import io.bellhop.core.telemetry.log.LogOptions.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

class LoggingTest {
    private static final Logger LOG = LoggerFactory.getLogger(LoggingTest.class);
    private static final InvocationFields FIELDS =
            new InvocationFields("7k3f9mzt", new UserId("irc", "ann lee"), "lobby", "run", "code");

    @TempDir
    private Path home;

    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    private final PrintStream original = System.err;

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(stderr, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setErr(original);
    }

    private List<String> logged(Format format, Level level, Runnable work) throws IOException {
        try (Logging _ = Logging.open(home.resolve("logs"), new LogOptions(format, level), level)) {
            work.run();
        }
        return Files.readAllLines(home.resolve("logs/bellhop.log"));
    }

    @Test
    void writesTextWithFieldsToTheFileAndToStderr() throws IOException {
        List<String> lines = logged(Format.TEXT, Level.INFO, () -> {
            FIELDS.within(() -> {
                LOG.info("loaded {}", "code");
                return "";
            });
            LOG.debug("not this");
        });
        assertThat(lines)
                .singleElement()
                .asString()
                .matches(
                        "\\d{4}-.*T.*\\.\\d{3}Z INFO  "
                                + "\\[ref=7k3f9mzt user=\"irc:ann lee\" channel=lobby command=run plugin=code] LoggingTest: loaded code");
        assertThat(stderr.toString(StandardCharsets.UTF_8)).contains("LoggingTest: loaded code");
    }

    @Test
    void keepsFromStderrWhatIsLessThanItShows() throws IOException {
        try (Logging _ = Logging.open(home.resolve("logs"), new LogOptions(Format.TEXT, Level.INFO), Level.WARN)) {
            LOG.info("for the file");
            LOG.warn("for both");
        }
        assertThat(home.resolve("logs/bellhop.log")).content().contains("for the file", "for both");
        assertThat(stderr.toString(StandardCharsets.UTF_8)).contains("for both").doesNotContain("for the file");
    }

    @Test
    void writesJsonWithFieldsAndStackTrace() throws IOException {
        List<String> lines = logged(
                Format.JSON,
                Level.INFO,
                () -> FIELDS.within(() -> {
                    LOG.warn("say \"hi\"", new IllegalStateException("broken", new IOException("cause")));
                    return "";
                }));
        assertThat(lines)
                .singleElement()
                .asString()
                .startsWith("{\"time\":\"")
                .contains("\"level\":\"WARN\"", "\"message\":\"say \\\"hi\\\"\"", "\"ref\":\"7k3f9mzt\"")
                .contains(
                        "\"error\":\"java.lang.IllegalStateException: broken\\n\\tat ",
                        "Caused by: java.io.IOException")
                .endsWith("\"}");
    }

    @Test
    void hostileTextCanNotForgeALineOrColourTheTerminal() throws IOException {
        String hostile = "x\n2026-11-21T02:41:45.123Z INFO  Owner: granted\u001b[31m\u202e\r";
        List<String> lines = logged(Format.TEXT, Level.INFO, () -> LOG.info("{}", hostile, new IOException(hostile)));
        assertThat(lines.getFirst()).endsWith("Owner: granted\\u001b[31m\\u202e\\r");
        assertThat(lines.get(1)).startsWith("java.io.IOException: x\\n2026");
        assertThat(lines.subList(2, lines.size())).allMatch(line -> line.startsWith("\t"));
    }

    @Test
    void redactsMessagesFieldsAndStackTraces() throws IOException {
        Redaction.add(new Secret("open-sesame"));
        List<String> lines = logged(
                Format.TEXT,
                Level.INFO,
                () -> new InvocationFields("r", "open-sesame", "c", "c", "p").within(() -> {
                    LOG.info("open-sesame", new IOException("open-sesame"));
                    return "";
                }));
        assertThat(String.join("\n", lines)).contains("***").doesNotContain("sesame");
    }

    @Test
    void cutsVeryLongMessages() throws IOException {
        List<String> lines = logged(Format.TEXT, Level.INFO, () -> LOG.info("x".repeat(1_000_000)));
        assertThat(lines.getFirst()).hasSizeLessThan(9_000).endsWith("991808 more characters");
    }

    @Test
    void warnsOnlyBeforeItIsOpenAndAfterItIsClosed() throws IOException {
        assertThat(logged(Format.TEXT, Level.INFO, () -> {})).isEmpty();
        LOG.info("quiet");
        LOG.warn("loud");
        assertThat(stderr.toString(StandardCharsets.UTF_8)).contains("loud").doesNotContain("quiet");
    }

    @Test
    void keepsNoisyLibrariesQuiet() throws IOException {
        Logger pf4j = LoggerFactory.getLogger("org.pf4j.Something");
        assertThat(logged(Format.TEXT, Level.DEBUG, () -> pf4j.info("noise"))).isEmpty();
    }

    @Test
    void takesOverWhatALibrarySaysElsewhere() throws IOException {
        java.util.logging.Logger library = JulHandler.takeOver("org.example.library");
        List<String> lines = logged(Format.TEXT, Level.INFO, () -> {
            library.warning("password=abc");
            library.info("not this");
        });
        assertThat(lines).singleElement().asString().endsWith("WARN  library: password=***");
    }

    @Test
    void refusesAFolderThatCanNotBeWritten() throws IOException {
        Path file = Files.writeString(home.resolve("taken"), "");
        assertThatThrownBy(() -> Logging.open(file, new LogOptions(Format.TEXT, Level.INFO), Level.INFO))
                .isInstanceOf(IOException.class);
    }
}
