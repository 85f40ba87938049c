package io.bellhop.plugins.irc.people;

import io.bellhop.plugins.irc.wire.Line;
import java.util.Optional;
import java.util.Set;

/**
 * How a server lets us know to which services account people are logged in. Only what it keeps true counts: with none
 * of these, nobody has an account.
 *
 * @param tagged whether each line bears its sender's account
 * @param tracked whether we are told of every log-in and log-out of those who share a channel with us
 */
public record Accounts(boolean tagged, boolean tracked) {
    /** Nothing is known. */
    public static final Accounts UNKNOWN = new Accounts(false, false);

    private static final int LONGEST = 64;

    /**
     * Tells what enabled capabilities amount to.
     *
     * @param capabilities IRCv3 capabilities that the server has acknowledged
     * @param whox whether it answers WHO with accounts
     * @return what is known by them
     */
    public static Accounts of(Set<String> capabilities, boolean whox) {
        boolean told = capabilities.contains("account-notify");
        return new Accounts(
                capabilities.contains("account-tag"), told && (whox || capabilities.contains("extended-join")));
    }

    /**
     * Finds the account of whoever sent a line.
     *
     * @param line the line
     * @param known what the roster knows of its sender
     * @return the account, or empty if they have none or none that is sure
     */
    public Optional<String> of(Line line, Optional<Person> known) {
        if (tagged) {
            return sound(line.tags().getOrDefault("account", ""));
        }
        return tracked ? known.flatMap(Person::account) : Optional.empty();
    }

    /**
     * Takes an account's name as servers write it. One with marks that a guest's id has is no account.
     *
     * @param name the name, or {@code *} or {@code 0} for none
     * @return the name with small letters, or empty
     */
    public static Optional<String> sound(String name) {
        boolean odd = name.isEmpty()
                || name.length() > LONGEST
                || name.equals("*")
                || name.equals("0")
                || name.chars().anyMatch(c -> c <= ' ' || c == '!' || c == '@' || c == '/' || c == ',' || c == 0x7f);
        return odd ? Optional.empty() : Optional.of(CaseMapping.ASCII.fold(name));
    }
}
