package io.bellhop.plugins.irc.session;

import io.bellhop.plugins.irc.people.Person;
import java.util.Optional;

/**
 * Something that someone wrote.
 *
 * @param person who
 * @param channel the channel where, or empty if it was to us alone
 * @param text what, untrusted, without formatting
 * @param id the network's own name for it, or empty
 */
public record Heard(Person person, Optional<String> channel, String text, Optional<String> id) {}
