package io.bellhop.plugins.code.engine.sandbox.bubblewrap;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A user of the host that a sandbox has for itself.
 *
 * @param number its number; that of a subordinate user as it is in the user namespace where root is the bot's own user
 * @param isSubordinate whether it is one that the bot's user was given in {@code /etc/subuid}; else only root can
 *     become it
 */
public record HostUser(int number, boolean isSubordinate) {
    /** Where the host's programs are that become this user, and nothing else of the bot's environment. */
    public static final Map<String, String> ENVIRONMENT = Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");

    /** By the set-user-id programs newuidmap and newgidmap, which see to it that it is the bot's to give. */
    private static final List<String> NAMESPACE = List.of("unshare", "--user", "--map-root-user", "--map-auto");

    /**
     * Returns one of those that come after it.
     *
     * @param distance how many are between, and one
     * @return that user
     */
    public HostUser after(int distance) {
        return new HostUser(number + distance, isSubordinate);
    }

    /**
     * Returns what runs a command as this user, without a right to be another one.
     *
     * @return the words that come before the command
     */
    public List<String> stepDown() {
        var user = Integer.toString(number);
        var step = List.of(
                "setpriv", "--reuid", user, "--regid", user, "--clear-groups", "--inh-caps=-all", "--no-new-privs");
        return isSubordinate ? Stream.concat(NAMESPACE.stream(), step.stream()).toList() : step;
    }
}
