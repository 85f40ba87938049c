package io.bellhop.plugins.irc;

import io.bellhop.api.chat.UserId;
import io.bellhop.api.plugin.CheckUp;
import io.bellhop.plugins.irc.config.IrcConfig;
import io.bellhop.plugins.irc.config.NetworkConfig;
import io.bellhop.plugins.irc.people.Accounts;
import io.bellhop.plugins.irc.session.NetworkLook;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Tells {@code doctor} whether each configured network answers and takes the account, and which owners can't be any.
 */
public final class IrcCheckUp implements CheckUp {
    private static final String SUBJECT = "irc";

    /** Makes a check-up. */
    public IrcCheckUp() {}

    @Override
    public List<Seen> look(Section section) throws InterruptedException {
        var networks = section.as(IrcConfig.class).networks().orElse(Map.of());
        var owners = section.owners().stream()
                .filter(owner -> owner.connector().equals(Ids.CONNECTOR))
                .flatMap(owner -> trouble(owner, networks.keySet()).stream())
                .map(words -> new Seen(false, SUBJECT, words));
        return Stream.concat(atAll(networks).stream(), owners).toList();
    }

    private static List<Seen> atAll(Map<String, NetworkConfig> networks) throws InterruptedException {
        var looks = networks.entrySet().stream()
                .<Callable<Seen>>map(network -> () -> at(network.getKey(), network.getValue()))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(looks).stream().map(Future::resultNow).toList();
        }
    }

    private static Seen at(String name, NetworkConfig config) {
        var where = name + ": " + config.host() + ":" + config.port() + (config.tls() ? " with TLS" : " without TLS");
        try {
            var took = NetworkLook.at(config);
            return new Seen(
                    true,
                    SUBJECT,
                    where + " answers in " + took.toMillis() + " ms"
                            + config.account()
                                    .map(account -> " and takes the account " + account)
                                    .orElse("")
                            + "; the nick is " + config.nick() + ", "
                            + (config.channels().isEmpty() ? "no channels are set" : "the channels " + names(config)));
        } catch (IOException e) {
            return new Seen(
                    false,
                    SUBJECT,
                    where + " fails: " + e.getMessage() + "; see host, port, tls, trust, account and password");
        }
    }

    /** Without their keys. */
    private static String names(NetworkConfig config) {
        return String.join(
                " ",
                config.channels().stream()
                        .map(channel -> channel.split(" ", 2)[0])
                        .toList());
    }

    private static Optional<String> trouble(UserId owner, Set<String> networks) {
        var network = Ids.network(owner.id());
        var account = Ids.afterNetwork(owner.id());
        if (!networks.contains(network)) {
            return Optional.of(
                    "the owner " + owner + " is on no network that is set; write irc:NETWORK/ACCOUNT, with one of: "
                            + String.join(", ", networks));
        }
        if (account.contains("!")) {
            return Optional.of(
                    "the owner " + owner + " is a guest, as which anybody could come; write a services account");
        }
        var sound = Accounts.sound(account);
        return sound.filter(account::equals).isPresent()
                ? Optional.empty()
                : Optional.of("the owner " + owner + " can't be anybody; "
                        + sound.map(small -> "accounts have small letters: irc:" + network + "/" + small)
                                .orElse("no account is called so"));
    }
}
