package io.bellhop.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellhop.api.plugin.Secret;
import io.bellhop.api.plugin.Setting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationRefusalTest {
    @TempDir
    private Path home;

    record Limits(
            int memoryLimit,
            Duration timeLimit,
            @Setting(orElse = "a") List<String> hosts) {}

    record Keyed(Secret apiKey) {
        Keyed {
            if (apiKey.reveal().length() < 30) {
                throw new IllegalArgumentException("api-key must be longer than " + apiKey.reveal());
            }
        }
    }

    private List<String> problems(Class<? extends Record> type, String section, String yaml, Map<String, String> env)
            throws IOException {
        return problems(type, section, yaml.getBytes(StandardCharsets.UTF_8), env);
    }

    private List<String> problems(Class<? extends Record> type, String section, byte[] yaml, Map<String, String> env)
            throws IOException {
        Path file = Files.write(home.resolve("bellhop.yaml"), yaml);
        var refusal = catchThrowableOfType(
                ConfigurationException.class,
                () -> Configuration.load(file, env).bind(type, section));
        assertThat(refusal).isNotNull();
        String folder = home + home.getFileSystem().getSeparator();
        return refusal.problems().stream()
                .map(problem -> problem.toString().replace(folder, ""))
                .toList();
    }

    @Test
    void refusesUnknownKeysWithLineAndSuggestion() throws IOException {
        assertThat(problems(CoreConfig.class, "", "# mine\nprefx: '?'\ndiscord:\n  tokn: x\n", Map.of()))
                .containsExactly(
                        "bellhop.yaml:2: prefx is unknown. Did you mean prefix?",
                        "bellhop.yaml:4: discord.tokn is unknown. Did you mean discord.token?");
    }

    @Test
    void explainsHowToNestADottedKey() throws IOException {
        assertThat(problems(CoreConfig.class, "", "discord.token: x\n", Map.of()))
                .containsExactly("bellhop.yaml:1: discord.token is unknown."
                        + " Write \"discord:\", and below it, indented, \"token:\".");
    }

    @Test
    void tellsWrongTypesAndMissingValuesTogether() throws IOException {
        assertThat(problems(
                        Limits.class,
                        "plugins.code",
                        "plugins:\n  code:\n    memory-limit: lots\n    hosts: b\n",
                        Map.of()))
                .containsExactly(
                        "bellhop.yaml:3: plugins.code.memory-limit is not a whole number, such as 16.",
                        "bellhop.yaml:2: plugins.code.time-limit is missing."
                                + " Write it like \"time-limit: 1m30s\", or set BELLHOP_PLUGINS_CODE_TIME_LIMIT.",
                        "bellhop.yaml:4: plugins.code.hosts is a single value, not a list."
                                + " Write it like [first, second].");
    }

    @Test
    void suggestsTheNearestOfAnEnumsNames() throws IOException {
        assertThat(problems(CoreConfig.class, "", "log:\n  format: jsno\n", Map.of()))
                .containsExactly(
                        "bellhop.yaml:2: log.format has \"jsno\", which is not one of text, json; did you mean json?");
    }

    @Test
    void namesTheVariableThatIsWrong() throws IOException {
        assertThat(problems(CoreConfig.class, "", "", Map.of("BELLHOP_POOL_THREADS", "many", "BELLHOP_OWNERS", "me")))
                .containsExactly("BELLHOP_POOL_THREADS: pool.threads is not a whole number, such as 16.");
        assertThat(problems(CoreConfig.class, "", "", Map.of("BELLHOP_OWNERS", "me")))
                .containsExactly("BELLHOP_OWNERS: owners holds one that is not CONNECTOR:ID,"
                        + " such as discord:80351110224678912.");
    }

    @Test
    void tellsTheLineOfAKeyThatARecordRefuses() throws IOException {
        assertThat(problems(CoreConfig.class, "", "pool:\n  queue: 5\n  threads: 0\n", Map.of()))
                .containsExactly("bellhop.yaml:3: pool.threads is not from 1 to 1000.");
    }

    @Test
    void neverTellsASecret() throws IOException {
        assertThat(problems(Keyed.class, "plugins.k", "plugins:\n  k:\n    api-key: hunter2-hunter2\n", Map.of()))
                .containsExactly("bellhop.yaml:3: plugins.k.api-key must be longer than ***.");
        assertThat(problems(CoreConfig.class, "", "discord: hunter2\n", Map.of()))
                .containsExactly("bellhop.yaml:1: discord is a single value, not a section."
                        + " Put its keys on the lines below, indented.");
    }

    @Test
    void refusesSecretFilesThatCanNotBeReadAndSecretsSetTwice() throws IOException {
        var env = Map.of("BELLHOP_PLUGINS_K_API_KEY_FILE", home.resolve("none").toString());
        assertThat(problems(Keyed.class, "plugins.k", "", env))
                .containsExactly("BELLHOP_PLUGINS_K_API_KEY_FILE: plugins.k.api-key names a file that can't be read"
                        + " (NoSuchFileException). Check its path and rights.");
        var twice = Map.of("BELLHOP_DISCORD_TOKEN", "twice-set-token", "BELLHOP_DISCORD_TOKEN_FILE", "twice-set-file");
        assertThat(problems(CoreConfig.class, "", "", twice))
                .singleElement()
                .asString()
                .contains("is set twice")
                .doesNotContain("twice-set");
    }

    @Test
    void refusesASecondSettingOfAKey() throws IOException {
        assertThat(problems(CoreConfig.class, "", "prefix: '?'\nprefix: '.'\n", Map.of()))
                .containsExactly("bellhop.yaml:2: sets prefix a second time in the same section.");
    }

    @Test
    void saysToQuoteAnExclamationMark() throws IOException {
        assertThat(problems(CoreConfig.class, "", "prefix: !\n", Map.of()))
                .containsExactly(
                        "bellhop.yaml:1: holds a tag: put a value that begins with ! in quotes, such as \"!\".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: [",
                "\tx: 1",
                "a: 1\n b: 2",
                "just words",
                "- a",
                "a: &x [1]\nb: *x",
                "a: !!java.net.URL [x]",
                "---\na: 1\n---\nb: 2",
                "? [a]\n: 1",
                "a: \"unclosed",
                "%YAML 9.9\n---\na: 1",
                "plugins: 3",
                "a: @x"
            })
    void refusesWhatIsNoPlainYaml(String yaml) throws IOException {
        assertThat(problems(CoreConfig.class, "plugins.code", yaml, Map.of()))
                .first()
                .asString()
                .startsWith("bellhop.yaml");
    }

    static Stream<byte[]> hostile() {
        return Stream.of(
                new byte[] {(byte) 0xff, 0, 1, 2},
                "a: \u0000".getBytes(StandardCharsets.UTF_8),
                "[".repeat(100_000).getBytes(StandardCharsets.UTF_8),
                "x".repeat((1 << 20) + 1).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void refusesHostileFiles(byte[] yaml) throws IOException {
        assertThat(problems(CoreConfig.class, "", yaml, Map.of())).hasSize(1);
    }

    @Test
    void refusesAHashThatIsNone() throws IOException {
        Path file = Files.writeString(home.resolve("bellhop.yaml"), "plugins:\n  code:\n    sha256: short\n");
        var refusal = catchThrowableOfType(
                ConfigurationException.class,
                () -> Configuration.load(file, Map.of()).sha256("code"));
        assertThat(refusal.problems()).singleElement().extracting(Problem::line).isEqualTo(3);
    }
}
