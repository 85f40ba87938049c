package io.bellhop.plugins.code.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstalledTest {
    @Test
    void findsTheVersionInWhatTheCommandSays() throws InterruptedException {
        var shell = language(List.of("sh", "-c", "echo shell release 5.2.15-b1, of 2022"), "sh");

        assertThat(Installed.of(List.of(shell), VersionNotes.NONE).versions())
                .containsExactly(Map.entry(shell, "5.2.15"));
    }

    @Test
    void leavesOutWhatIsNotThere() throws InterruptedException {
        var absent = language(List.of("no-such-program", "--version"), "sh");
        var failing = language(List.of("sh", "-c", "echo 1.0; exit 1"), "sh");
        var unrunnable = language(List.of("sh", "-c", "echo 1.0"), "no-such-program");

        var installed = Installed.of(List.of(absent, failing, unrunnable), VersionNotes.NONE);

        assertThat(installed.versions()).isEmpty();
        assertThat(installed.missing().keySet()).containsExactly(absent, failing, unrunnable);
        assertThat(installed.missing()).containsEntry(absent, "is not installed");
        assertThat(installed.missing()).containsEntry(unrunnable, "is not installed");
    }

    @ParameterizedTest
    @CsvSource({
        "echo 1.0; exit 3, its version command failed with exit code 3",
        "echo one, there is no number in what its version command says"
    })
    void saysWhyAVersionCommandThatIsThereTellsNone(String script, String why) throws InterruptedException {
        var useless = language(List.of("sh", "-c", script), "sh");

        assertThat(Installed.of(List.of(useless), VersionNotes.NONE).missing())
                .containsExactly(Map.entry(useless, "tells no version: " + why));
    }

    @Test
    void givesNothingOfTheBotsEnvironmentAway() throws InterruptedException {
        var curious = language(List.of("sh", "-c", "env | grep -c . "), "sh");

        assertThat(System.getenv().size()).isGreaterThan(5);
        assertThat(Integer.parseInt(Installed.of(List.of(curious), VersionNotes.NONE)
                        .versions()
                        .get(curious)))
                .isLessThan(6);
    }

    @Test
    void asksAgainOnlyWhenTheProgramHasChanged(@TempDir Path folder) throws Exception {
        var program = Files.writeString(folder.resolve("program"), "#!/bin/sh\necho 1.0\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        var spec = language(List.of(program.toString()), "sh");
        var noted = new HashMap<String, String>();
        var notes = new VersionNotes() {
            @Override
            public Optional<String> find(String asNow) {
                return Optional.ofNullable(noted.get(asNow));
            }

            @Override
            public void note(String asNow, String version) {
                noted.put(asNow, version);
            }
        };
        assertThat(Installed.of(List.of(spec), notes).versions()).containsExactly(Map.entry(spec, "1.0"));

        noted.replaceAll((asNow, version) -> "1.0.0");
        assertThat(Installed.of(List.of(spec), notes).versions()).containsExactly(Map.entry(spec, "1.0.0"));

        Files.writeString(program, "#!/bin/sh\necho version 2\n");
        assertThat(Installed.of(List.of(spec), notes).versions()).containsExactly(Map.entry(spec, "2"));
    }

    @Test
    void leavesOutWhatTheUsersOfSandboxesCanNotReachWhereTheBotIsRoot(@TempDir Path shut) throws Exception {
        assumeTrue(Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0), "sandboxes have the bot's user");
        Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("rwx------"));
        var needed = Files.createDirectory(shut.resolve("needed")).toString();
        var away = language(List.of("sh", "-c", "echo 1.0"), "sh", needed);
        var optional = language(List.of("sh", "-c", "echo 1.0"), "sh", "/not/there");

        var installed = Installed.of(List.of(away, optional), VersionNotes.NONE);

        assertThat(installed.versions()).containsOnlyKeys(optional);
        assertThat(installed.missing()).containsExactly(Map.entry(away, "is where only root can reach it"));
    }

    private static LanguageSpec language(List<String> version, String runs, String... roots) {
        return new LanguageSpec(
                "test",
                List.of(),
                "test",
                new Source("main.test", Map.of(), new Opaque(Pattern.compile("(?!)")), List.of(), Optional.empty()),
                version,
                Optional.empty(),
                new Recipe(List.of(runs, "{file}"), 64),
                Map.of(),
                List.of(roots),
                "nothing");
    }
}
