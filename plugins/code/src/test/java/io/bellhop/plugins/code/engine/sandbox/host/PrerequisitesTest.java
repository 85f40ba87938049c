package io.bellhop.plugins.code.engine.sandbox.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tried on folders with a few of a machine's files. */
@EnabledOnOs(OS.LINUX)
class PrerequisitesTest {
    @TempDir
    private Path root;

    @ParameterizedTest
    @CsvSource({"bwrap, bubblewrap", "perl, perl-base", "setpriv, util-linux"})
    void areProgramsEachOfWhichNamesItsPackageWhereItIsMissing(String missing, String debianPackage) throws Exception {
        for (var program : new String[] {"bwrap", "perl", "setpriv"}) {
            install(program);
        }
        assertThat(new Prerequisites(root).missing()).isEmpty();

        Files.delete(root.resolve("usr/bin").resolve(missing));

        assertThat(new Prerequisites(root).missing())
                .contains(new Obstacle("/usr/bin/" + missing + " is missing", "Run: apt install " + debianPackage));
    }

    @ParameterizedTest
    @CsvSource({
        "kernel/unprivileged_userns_clone, 0, sysctl kernel.unprivileged_userns_clone=1",
        "user/max_user_namespaces, 0, sysctl user.max_user_namespaces=10000",
        "kernel/apparmor_restrict_unprivileged_userns, 1, bwrap-userns-restrict"
    })
    void areSettingsOfTheKernelEachOfWhichIsNamedWithItsRemedy(String setting, String value, String remedy)
            throws Exception {
        set(setting, value);

        assertThat(new Prerequisites(root).refusal().remedy()).contains(remedy);
    }

    @Test
    void areAContainersWhereTheKernelIsSetRight() throws Exception {
        set("kernel/unprivileged_userns_clone", "1");
        set("user/max_user_namespaces", "10000");
        set("kernel/apparmor_restrict_unprivileged_userns", "0");

        assertThat(new Prerequisites(root).refusal().remedy()).contains("seccomp profile that allows user namespaces");
    }

    private void install(String program) throws IOException {
        var file = Files.createDirectories(root.resolve("usr/bin")).resolve(program);
        Files.writeString(file, "#!/bin/sh\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void set(String setting, String value) throws IOException {
        var file = root.resolve("proc/sys").resolve(setting);
        Files.createDirectories(file.getParent());
        Files.writeString(file, value + "\n");
    }
}
