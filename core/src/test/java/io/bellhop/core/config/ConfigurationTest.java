package io.bellhop.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.UserId;
import io.bellhop.api.plugin.Config;
import io.bellhop.api.plugin.Secret;
import io.bellhop.api.plugin.Setting;
import io.bellhop.core.telemetry.log.LogOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.event.Level;

class ConfigurationTest {
    @TempDir
    private Path home;

    enum Mode {
        FAST,
        VERY_SAFE
    }

    record Server(URI address, @Setting(orElse = "1.5") double weight) {}

    @Config
    record Everything(
            String name,
            int count,
            @Setting(orElse = "9000000000") long big,
            boolean on,
            @Setting(orElse = "very-safe") Mode mode,
            Duration timeLimit,
            Secret apiKey,
            List<String> hosts,
            @Setting(orElse = {"1", "2"}) List<Integer> levels,
            Map<String, Duration> limits,
            Server server,
            Optional<Server> spare,
            Optional<Integer> port) {}

    private static final String YAML = """
            plugins:
              all:
                name: "!x"
                count: 3
                on: true
                mode: fast
                time-limit: 1m30s
                api-key: file-secret
                hosts: [a, b]
                limits:
                  slow.js: 5s
                server:
                  address: http://localhost:1
                port: ~
            """;

    private Configuration load(String yaml, Map<String, String> environment) throws IOException {
        return Configuration.load(Files.writeString(home.resolve("bellhop.yaml"), yaml), environment);
    }

    @Test
    void bindsEveryDocumentedType() throws IOException {
        var bound = load(YAML, Map.of()).bind(Everything.class, "plugins.all");
        assertThat(bound.name()).isEqualTo("!x");
        assertThat(bound.count()).isEqualTo(3);
        assertThat(bound.big()).isEqualTo(9_000_000_000L);
        assertThat(bound.on()).isTrue();
        assertThat(bound.mode()).isEqualTo(Mode.FAST);
        assertThat(bound.timeLimit()).isEqualTo(Duration.ofSeconds(90));
        assertThat(bound.apiKey().reveal()).isEqualTo("file-secret");
        assertThat(bound.hosts()).containsExactly("a", "b");
        assertThat(bound.levels()).containsExactly(1, 2);
        assertThat(bound.limits()).containsExactly(Map.entry("slow.js", Duration.ofSeconds(5)));
        assertThat(bound.server()).isEqualTo(new Server(URI.create("http://localhost:1"), 1.5));
        assertThat(bound.spare()).isEmpty();
        assertThat(bound.port()).isEmpty();
    }

    @Test
    void theEnvironmentOverrides() throws IOException {
        Path secret = Files.writeString(home.resolve("secret"), "from-a-file\n");
        var environment = Map.of(
                "BELLHOP_PLUGINS_ALL_COUNT", "7",
                "BELLHOP_PLUGINS_ALL_NAME", "",
                "BELLHOP_PLUGINS_ALL_HOSTS", "c, d,",
                "BELLHOP_PLUGINS_ALL_SPARE_ADDRESS", "http://localhost:2",
                "BELLHOP_PLUGINS_ALL_LIMITS_SLOW_JS", "6s",
                "BELLHOP_PLUGINS_ALL_API_KEY_FILE", secret.toString());
        var bound = load(YAML, environment).bind(Everything.class, "plugins.all");
        assertThat(bound.count()).isEqualTo(7);
        assertThat(bound.name()).isEqualTo("!x");
        assertThat(bound.hosts()).containsExactly("c", "d");
        assertThat(bound.spare()).contains(new Server(URI.create("http://localhost:2"), 1.5));
        assertThat(bound.limits()).containsEntry("slow.js", Duration.ofSeconds(6));
        assertThat(bound.apiKey().reveal()).isEqualTo("from-a-file");
    }

    @Test
    void theCoreHasDefaultsWithoutAFile() {
        var core = Configuration.load(home.resolve("none.yaml"), Map.of()).bind(CoreConfig.class, "");
        assertThat(core.owners()).isEmpty();
        assertThat(core.prefix()).isEqualTo("!");
        assertThat(core.discord().token()).isEmpty();
        assertThat(core.log()).isEqualTo(new LogOptions(LogOptions.Format.TEXT, Level.INFO));
        assertThat(core.pool()).isEqualTo(new CoreConfig.Pool(16, 1000));
    }

    @Test
    void theCoreReadsItsKeysAndLeavesPluginsTheirs() throws IOException {
        var environment = Map.of("BELLHOP_DISCORD_TOKEN", "t0ken-in-the-environment", "BELLHOP_LOG_LEVEL", "debug");
        var core = load("owners: [discord:80351110224678912]\nplugins:\n  code:\n    any: 1\n", environment)
                .bind(CoreConfig.class, "");
        assertThat(core.ownerIds()).containsExactly(new UserId("discord", "80351110224678912"));
        assertThat(core.discord().token().map(Secret::reveal)).contains("t0ken-in-the-environment");
        assertThat(core.log().level()).isEqualTo(Level.DEBUG);
    }

    @Test
    void theTemplateChangesNothing() throws IOException {
        try (InputStream template = Objects.requireNonNull(CoreConfig.class.getResourceAsStream("bellhop.yaml"))) {
            String text = new String(template.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            var core = load(text, Map.of()).bind(CoreConfig.class, "");
            assertThat(core).isEqualTo(load("", Map.of()).bind(CoreConfig.class, ""));
            String uncommented =
                    text.replaceAll("(?m)^# ?(?=( *[a-z0-9]+:))", "").replace("64 hexadecimal digits", "a".repeat(64));
            assertThat(load(uncommented, Map.of()).bind(CoreConfig.class, "").pool())
                    .isEqualTo(core.pool());
        }
    }

    @Test
    void sha256IsKnownInEveryPluginsSection() throws IOException {
        var configuration = load("plugins:\n  code:\n    sha256: " + "AB".repeat(32) + "\n", Map.of());
        record Nothing() {}
        assertThat(configuration.bind(Nothing.class, "plugins.code")).isEqualTo(new Nothing());
        assertThat(configuration.sha256("code")).contains("ab".repeat(32));
        assertThat(configuration.sha256("other")).isEmpty();
    }

    @Test
    void bindsRecordsOfForeignClassLoaders() throws Exception {
        URL classes =
                ConfigurationTest.class.getProtectionDomain().getCodeSource().getLocation();
        try (var loader = new ServerFirst(classes)) {
            Class<? extends Record> foreign =
                    loader.loadClass(Server.class.getName()).asSubclass(Record.class);
            assertThat(foreign).isNotEqualTo(Server.class);
            Record bound =
                    load("plugins:\n  x:\n    address: http://h\n", Map.of()).bind(foreign, "plugins.x");
            assertThat(bound.toString()).isEqualTo("Server[address=http://h, weight=1.5]");
        }
    }

    private static final class ServerFirst extends URLClassLoader {
        ServerFirst(URL classes) {
            super(new URL[] {classes}, ConfigurationTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.startsWith(ConfigurationTest.class.getName())
                    ? findClass(name)
                    : super.loadClass(name, resolve);
        }
    }
}
