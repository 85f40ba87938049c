package io.bellhop.core.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private static final Path USUAL = Path.of("/srv/bot-home");

    @Test
    void startsInTheUsualHomeWhenNothingIsSaid() throws Exception {
        assertThat(parse()).isEqualTo(new Options(Action.START, USUAL, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--home /x --console start", "start --home /x --console", "--home=/x start --console"})
    void takesOptionsBeforeAndAfterTheSubCommand(String words) throws Exception {
        assertThat(parse(words.split(" "))).isEqualTo(new Options(Action.START, Path.of("/x"), true));
    }

    @Test
    void readsARelativeHomeFromWhereTheCallerStands() throws Exception {
        assertThat(parse("--home", "a/../my bot").home())
                .isEqualTo(Path.of("my bot").toAbsolutePath());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "VERSION")
    void knowsEverySubCommand(Action action) throws Exception {
        var words = action == Action.RESTORE ? new String[] {action.word(), "x.zip"} : new String[] {action.word()};
        assertThat(parse(words).action()).isEqualTo(action);
    }

    @Test
    void answersHelpAndVersionWhateverElseIsSaid() throws Exception {
        assertThat(parse("start", "--help").action()).isEqualTo(Action.HELP);
        assertThat(parse("-h").action()).isEqualTo(Action.HELP);
        assertThat(parse("--version", "--home", "x").action()).isEqualTo(Action.VERSION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--hom x",
                "--cons",
                "--home",
                "--home a --home b",
                "stop",
                "Start",
                "worker",
                "start doctor",
                "start now",
                "backup a b",
                "restore",
                "restore a b",
                "--console=yes",
                "-x"
            })
    void refusesWhatMakesNoSenseAndShowsTheUsage(String words) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> parse(words.split(" ")))
                .withMessageContaining("usage: bellhop")
                .satisfies(refused -> assertThat(refused.exitCode()).isEqualTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\0b"})
    void refusesAHomeThatIsNoPath(String home) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> parse("--home", home))
                .withMessageContaining("--home");
    }

    @Test
    void keepsWhatOnlyACloneCanDoOutOfTheHelp() {
        assertThat(CommandLine.HELP).doesNotContain("test", "package");
    }

    private static Options parse(String... words) throws StartRefused {
        return CommandLine.parse(USUAL, words);
    }
}
