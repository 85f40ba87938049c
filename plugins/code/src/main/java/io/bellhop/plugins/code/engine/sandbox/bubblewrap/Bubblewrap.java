package io.bellhop.plugins.code.engine.sandbox.bubblewrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the command that makes a sandbox: a shell that joins what limits it, sets down the few files of {@code /etc}
 * and opens the filter; where there is one, the step down to a user of its own; then bubblewrap.
 */
public final class Bubblewrap {
    /** The file in a sandbox that makes a Node wait for its program. */
    public static final String BEGIN_NODE = "/etc/begin-node.js";

    private static final String INSIDE = "1000";

    /**
     * Descriptors 4 to 8 become files of {@code /etc}, 9 is the filter of system calls. Signals that are sent to all
     * processes of the bot, by a terminal or whoever stops it, are for the bot alone, which lets programs end.
     */
    private static final String SHELL = """
            trap '' HUP INT TERM
            filter=$1 groups=$2; shift 2
            for group in $groups; do echo 0 >"$group/cgroup.procs" || exit 125; done
            exec "$@" 9<"$filter" 5<<PASSWD 6<<GROUP 7<<HOSTS 8<<NSSWITCH 4<<'NODE'
            sandbox:x:1000:1000::/work:/bin/sh
            PASSWD
            sandbox:x:1000:
            GROUP
            127.0.0.1 localhost
            ::1 localhost
            HOSTS
            passwd: files
            group: files
            hosts: files
            NSSWITCH
            %sNODE
            """.formatted(script());

    private static final List<String> ISOLATION = List.of(
            "bwrap",
            "--unshare-all",
            "--uid",
            INSIDE,
            "--gid",
            INSIDE,
            "--hostname",
            "sandbox",
            "--clearenv",
            "--new-session",
            "--die-with-parent",
            "--as-pid-1",
            "--cap-drop",
            "ALL");

    private static final List<String> ETC = List.of(
            "--file",
            "4",
            BEGIN_NODE,
            "--file",
            "5",
            "/etc/passwd",
            "--file",
            "6",
            "/etc/group",
            "--file",
            "7",
            "/etc/hosts",
            "--file",
            "8",
            "/etc/nsswitch.conf",
            "--remount-ro",
            "/");

    private final View view;

    /**
     * Makes a maker of commands.
     *
     * @param view what sandboxes see
     */
    public Bubblewrap(View view) {
        this.view = view;
    }

    /**
     * Returns how large the folders are that can be written to.
     *
     * @return bytes, for each of them
     */
    public long folderSize() {
        return view.folderSize();
    }

    /**
     * Makes a command. It is to be run with an empty environment.
     *
     * @param filter the file with the filter of system calls
     * @param user the user to step down to; if there is none it stays who it is
     * @param groups the folders of the control groups that it joins
     * @param command what runs in the sandbox, as its first process
     * @return the command
     */
    public List<String> command(Path filter, Optional<HostUser> user, List<Path> groups, List<String> command) {
        return command(filter, user, groups, List.of("--seccomp", "9"), command);
    }

    /**
     * Makes a command for what sets the filter of system calls by itself, from descriptor 9, and may make namespaces
     * within its own before it does.
     *
     * @param filter the file with the filter of system calls
     * @param user the user to step down to; if there is none it stays who it is
     * @param groups the folders of the control groups that it joins
     * @param command what runs in the sandbox, as its first process
     * @return the command
     */
    public List<String> makingNamespaces(
            Path filter, Optional<HostUser> user, List<Path> groups, List<String> command) {
        return command(filter, user, groups, List.of("--cap-add", "CAP_SYS_ADMIN"), command);
    }

    /**
     * Makes a command that makes a sandbox in which nothing is done, to see whether it can be made for a user.
     *
     * @param user the user to step down to
     * @return the command
     */
    public List<String> trial(HostUser user) {
        return Stream.of(user.stepDown(), ISOLATION, view.options(), List.of("--", "/bin/true"))
                .flatMap(List::stream)
                .toList();
    }

    private static String script() {
        try (var resource = Bubblewrap.class.getResourceAsStream("begin-node.js")) {
            return new String(Objects.requireNonNull(resource).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(
            Path filter, Optional<HostUser> user, List<Path> groups, List<String> options, List<String> command) {
        var all = new ArrayList<>(List.of("/bin/sh", "-c", SHELL, "sandbox", filter.toString()));
        all.add(String.join(" ", groups.stream().map(Path::toString).toList()));
        user.map(HostUser::stepDown).ifPresent(all::addAll);
        all.addAll(ISOLATION);
        all.addAll(view.options());
        all.addAll(ETC);
        all.addAll(options);
        all.add("--");
        all.addAll(command);
        return all;
    }
}
