package io.bellhop.plugins.irc.session;

import io.bellhop.plugins.irc.config.NetworkConfig;
import io.bellhop.plugins.irc.people.CaseMapping;
import io.bellhop.plugins.irc.wire.Line;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The greeting: capabilities, log-in by SASL, a nick that is free. Used by the network's own thread. */
final class Registration {
    private static final List<String> WANTED =
            List.of("account-notify", "account-tag", "chghost", "extended-join", "message-tags", "multi-prefix");
    private static final String SASL = "sasl";
    private static final int CHUNK = 400;
    private static final int MOST_TRIES = 8;

    private final NetworkConfig config;
    private final Consumer<String> send;
    private final Set<String> offered = new HashSet<>();
    private final Set<String> enabled = new HashSet<>();
    private String nick;
    private int tries;
    private boolean loggedIn;

    Registration(NetworkConfig config, Consumer<String> send) {
        this.config = config;
        this.send = send;
        this.nick = config.nick();
    }

    void begin() {
        send.accept("CAP LS 302");
        config.serverPassword().ifPresent(password -> send.accept("PASS :" + password.reveal()));
        send.accept("NICK " + nick);
        send.accept("USER " + user() + " 0 * :" + config.realName());
    }

    private String user() {
        var letters = CaseMapping.ASCII.fold(config.nick()).replaceAll("[^a-z0-9]", "");
        return letters.isEmpty() ? "bellhop" : letters.substring(0, Math.min(9, letters.length()));
    }

    /** {@return the capabilities that are enabled} */
    Set<String> enabled() {
        return Set.copyOf(enabled);
    }

    /**
     * Takes a line of the greeting, or one that changes capabilities later.
     *
     * @return whether the line was for this
     */
    boolean take(Line line) throws Refused {
        switch (line.command()) {
            case "CAP" -> capabilities(line);
            case "AUTHENTICATE" -> authenticate();
            case "903", "907" -> {
                loggedIn = true;
                send.accept("CAP END");
            }
            case "904" -> throw Refused.password(loginFailed(line));
            case "902", "905", "906", "908" -> throw Refused.forNow(loginFailed(line));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Tries another nick, as the one that was asked for is taken. */
    void nickTaken() throws Refused {
        if (++tries > MOST_TRIES) {
            throw Refused.forNow("all nicks like " + config.nick() + " are taken");
        }
        nick = tries <= 2 ? nick + "_" : config.nick() + tries;
        send.accept("NICK " + nick);
    }

    Refused nickInvalid(Line line) {
        return Refused.forNow("the nick " + config.nick() + " is not allowed there: " + line.last());
    }

    /** Checks, now that the server has let us in, that it knows us by our account. */
    void welcomed() throws Refused {
        if (config.account().isPresent() && !loggedIn) {
            throw Refused.forNow("the server offers no log-in by SASL, which account asks for");
        }
    }

    private void capabilities(Line line) {
        switch (line.parameter(1)) {
            case "LS" -> {
                offer(line.last());
                if (!line.parameter(2).equals("*") || line.parameters().size() < 4) {
                    request();
                }
            }
            case "ACK" -> acknowledged(line.last());
            case "NAK" -> send.accept("CAP END");
            case "NEW" -> offerNew(line.last());
            case "DEL" -> words(line.last()).forEach(enabled::remove);
            default -> {
                // a list that nobody asked for
            }
        }
    }

    private void offer(String list) {
        words(list).forEach(offered::add);
    }

    private void offerNew(String list) {
        var wanted = words(list).stream().filter(WANTED::contains).toList();
        if (!wanted.isEmpty()) {
            send.accept("CAP REQ :" + String.join(" ", wanted));
        }
    }

    private void request() {
        var wanted = new HashSet<>(WANTED);
        if (config.account().isPresent()) {
            wanted.add(SASL);
        }
        wanted.retainAll(offered);
        send.accept(wanted.isEmpty() ? "CAP END" : "CAP REQ :" + String.join(" ", wanted));
    }

    private void acknowledged(String list) {
        var before = Set.copyOf(enabled);
        for (var word : words(list)) {
            if (word.startsWith("-")) {
                enabled.remove(word.substring(1));
            } else {
                enabled.add(word);
            }
        }
        if (enabled.contains(SASL) && !before.contains(SASL)) {
            send.accept("AUTHENTICATE PLAIN");
        } else if (before.isEmpty()) {
            send.accept("CAP END");
        }
    }

    private static List<String> words(String list) {
        return List.of(list.strip().split(" +", -1)).stream()
                .map(word -> word.contains("=") ? word.substring(0, word.indexOf('=')) : word)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private void authenticate() {
        var account = config.account().orElse("");
        var password = config.password().map(secret -> secret.reveal()).orElse("");
        var plain = account + "\0" + account + "\0" + password;
        var encoded = Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < encoded.length(); i += CHUNK) {
            send.accept("AUTHENTICATE " + encoded.substring(i, Math.min(encoded.length(), i + CHUNK)));
        }
        if (encoded.length() % CHUNK == 0) {
            send.accept("AUTHENTICATE +");
        }
    }

    private String loginFailed(Line line) {
        return "the log-in to the account " + config.account().orElse("") + " failed: " + line.last();
    }
}
