package io.bellhop.plugins.irc.config;

import io.bellhop.api.plugin.Secret;
import io.bellhop.api.plugin.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A network that the bot is on.
 *
 * @param host a server's name or address
 * @param port its port
 * @param tls whether to speak TLS, with the host's name checked
 * @param trust a PEM file with the certificates to trust instead of the usual ones
 * @param nick what the bot wants to be called
 * @param realName what WHOIS says of it
 * @param account the services account to log in to, by SASL
 * @param password the account's password
 * @param serverPassword the server's own password
 * @param channels the channels to be in, each perhaps with its key after a space
 * @param flood how fast it may speak
 * @param lines the most lines of one answer
 * @param whispers how whispers are sent
 * @param formatting whether to use bold
 * @param probe how often the server must prove that it is there
 * @param reconnect the first pause before connecting again; each further one is twice as long
 */
public record NetworkConfig(
        @Setting(help = "A server's name or address.") String host,

        @Setting(help = "The server's port.", orElse = "6697")
        int port,

        @Setting(help = "Whether to speak TLS.", orElse = "true")
        boolean tls,

        @Setting(help = "A PEM file with the certificates to trust instead of the usual ones.")
        Optional<String> trust,

        @Setting(help = "What the bot wants to be called.") String nick,

        @Setting(help = "What WHOIS says of the bot.", orElse = "Bellhop")
        String realName,

        @Setting(help = "The services account to log in to by SASL.")
        Optional<String> account,

        @Setting(help = "The account's password.") Optional<Secret> password,

        @Setting(help = "The server's own password, where it wants one.")
        Optional<Secret> serverPassword,

        @Setting(help = "The channels to be in, such as \"#ops\", or \"#ops key\" where there is a key.", orElse = "")
        List<String> channels,

        @Setting(help = "How fast the bot may speak.") Flood flood,

        @Setting(help = "The most lines of one answer.", orElse = "12")
        int lines,

        @Setting(help = "Whether whispers are a notice or a privmsg.", orElse = "notice")
        Whispers whispers,

        @Setting(help = "Whether to use bold.", orElse = "true")
        boolean formatting,

        @Setting(help = "How often the server must prove that it is there.", orElse = "45s")
        Duration probe,

        @Setting(help = "The first pause before connecting again.", orElse = "2s")
        Duration reconnect) {
    private static final int HIGHEST_PORT = 65535;
    private static final Pattern NICK = Pattern.compile("[A-Za-z\\[\\]\\\\`_^{|}][A-Za-z0-9\\[\\]\\\\`_^{|}-]{0,63}");
    private static final Pattern CHANNEL =
            Pattern.compile("[#&+!][^\\s,:\\p{Cntrl}]{1,199}( [^\\s,\\p{Cntrl}]{1,64})?");

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if one makes no sense
     */
    public NetworkConfig {
        check(!host.isBlank() && host.strip().equals(host), "host must be a server's name, such as irc.libera.chat");
        check(port > 0 && port <= HIGHEST_PORT, "port must be a number from 1 to 65535");
        check(NICK.matcher(nick).matches(), "nick must begin with a letter and have no spaces");
        check(
                account.isPresent() == password.isPresent(),
                "account and password belong together; set both, or none to be on the network without an account");
        check(account.isEmpty() || tls || isLoopback(host), "an account's password is sent over TLS only: set tls");
        for (var channel : channels) {
            check(
                    CHANNEL.matcher(channel).matches(),
                    "\"" + channel + "\" is no channel; write it with its mark and in quotes, such as \"#ops\"");
        }
        check(lines > 0, "lines must be at least 1");
        check(isPositive(probe) && isPositive(reconnect), "probe and reconnect must be more than nothing");
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
