package io.bellhop.plugins.code.engine.sandbox.host;

import io.bellhop.plugins.code.engine.sandbox.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a sandbox needs of the machine, looked for before one is made, and what its failure may be due to.
 *
 * @param root where the machine's files are
 */
record Prerequisites(Path root) {
    static final Prerequisites HERE = new Prerequisites(Path.of("/"));

    /** Returns what is missing, if something is. */
    Optional<Obstacle> missing() {
        if (!System.getProperty("os.name").equals("Linux") || Machine.here().isEmpty()) {
            return Optional.of(new Obstacle(
                    "sandboxes need Linux on x86-64 or arm64",
                    "Run the bot there, or name Piston servers in code.piston.servers"));
        }
        return program("usr/bin/bwrap", "bubblewrap")
                .or(() -> program("usr/bin/perl", "perl-base"))
                .or(() -> program("usr/bin/setpriv", "util-linux"));
    }

    /** Returns what may be why a sandbox could not be made, judging by how the kernel is set. */
    Obstacle refusal() {
        if (setting("kernel/unprivileged_userns_clone").equals("0")) {
            return new Obstacle(
                    "the kernel lets no ordinary user make namespaces",
                    "Run: sysctl kernel.unprivileged_userns_clone=1");
        }
        if (setting("user/max_user_namespaces").equals("0")) {
            return new Obstacle("the kernel allows no user namespaces", "Run: sysctl user.max_user_namespaces=10000");
        }
        if (setting("kernel/apparmor_restrict_unprivileged_userns").equals("1")) {
            return new Obstacle(
                    "AppArmor lets bubblewrap make no user namespaces",
                    "Install the package apparmor-profiles and load its profile bwrap-userns-restrict,"
                            + " or run: sysctl kernel.apparmor_restrict_unprivileged_userns=0");
        }
        return new Obstacle(
                "no namespaces can be made here; the log has what bubblewrap says",
                "In a container, run it with a seccomp profile that allows user namespaces; --privileged is not needed");
    }

    private Optional<Obstacle> program(String path, String debianPackage) {
        return Files.isExecutable(root.resolve(path))
                ? Optional.empty()
                : Optional.of(new Obstacle("/" + path + " is missing", "Run: apt install " + debianPackage));
    }

    private String setting(String name) {
        try {
            return Files.readString(root.resolve("proc/sys").resolve(name)).strip();
        } catch (IOException e) {
            return ""; // this kernel has no such setting
        }
    }
}
