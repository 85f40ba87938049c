package io.bellhop.plugins.irc.people;

import io.bellhop.plugins.irc.wire.Line;
import io.bellhop.plugins.irc.wire.Source;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Who shares a channel with us on a network, and who spoke to us of late. One thread writes, any reads. Bounded: beyond
 * that people go by what their own lines say.
 */
public final class Roster {
    /** How long someone whom we can't watch is taken for the one who spoke. */
    static final Duration FRESH = Duration.ofMinutes(1);

    private static final int MOST = 50_000;
    private static final int MOST_STRANGERS = 1000;

    private final LongSupplier nanos;
    private final Map<String, Person> people = new ConcurrentHashMap<>();
    private final Map<String, Set<Person>> channels = new ConcurrentHashMap<>();
    private final Map<String, Person> strangers = new LinkedHashMap<>();
    private final Set<String> departed = new LinkedHashSet<>();
    private volatile CaseMapping mapping = CaseMapping.RFC1459;

    /**
     * Makes an empty roster.
     *
     * @param nanos the time in nanoseconds from some moment on
     */
    public Roster(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Learns which names are the same, before anybody is known.
     *
     * @param newMapping what the server said
     */
    public void mapping(CaseMapping newMapping) {
        mapping = newMapping;
    }

    /** {@return which names are the same} */
    public CaseMapping mapping() {
        return mapping;
    }

    /**
     * Returns someone who shares a channel with us.
     *
     * @param nick their nick
     * @return who, or empty
     */
    public Optional<Person> known(String nick) {
        return Optional.ofNullable(people.get(mapping.fold(nick)));
    }

    /**
     * Notes who sent a line to us or a channel.
     *
     * @param source its source
     * @param line the line
     * @param accounts how accounts are known
     * @return who, known from now on, even if only for a while
     */
    public Person heard(Source source, Line line, Accounts accounts) {
        var known = known(source.nick());
        var person = known.orElseGet(() -> stranger(source));
        if (!person.source().equals(source)) {
            person.source(source);
        }
        var account = accounts.of(line, known);
        if (!person.account().equals(account)) {
            person.account(account);
        }
        if (line.tags().containsKey("bot") || line.tags().containsKey("inspircd.org/bot")) {
            person.isBot();
        }
        person.heard(nanos.getAsLong());
        isBack(person.identity());
        return person;
    }

    private void isBack(String identity) {
        synchronized (departed) {
            departed.remove(identity);
        }
    }

    private Person stranger(Source source) {
        synchronized (strangers) {
            var key = mapping.fold(source.toString());
            var known = strangers.remove(key);
            var person = known == null ? new Person(source, nanos) : known;
            strangers.put(key, person);
            if (strangers.size() > MOST_STRANGERS) {
                strangers.remove(strangers.keySet().iterator().next());
            }
            return person;
        }
    }

    /**
     * Finds out under which nick an identity can be reached now.
     *
     * @param identity an account, or a guest's nick, user name and host
     * @return who, or empty if nobody is surely them
     */
    public Optional<Person> find(String identity) {
        var guest = identity.indexOf('!');
        var first = guest < 0 ? Optional.<Person>empty() : known(identity.substring(0, guest));
        return first.filter(person -> person.identity().equals(identity))
                .or(() -> people.values().stream()
                        .filter(person -> person.identity().equals(identity))
                        .findFirst())
                .or(() -> freshStranger(identity));
    }

    private Optional<Person> freshStranger(String identity) {
        synchronized (strangers) {
            return strangers.values().stream()
                    .filter(person -> person.identity().equals(identity))
                    .filter(person -> nanos.getAsLong() - person.heardNanos() < FRESH.toNanos())
                    .reduce((_, latest) -> latest);
        }
    }

    /** Notes that someone is in a channel. */
    public Optional<Person> joined(String channel, Source source) {
        var key = mapping.fold(source.nick());
        var person = people.get(key);
        if (person == null) {
            if (people.size() >= MOST) {
                return Optional.empty();
            }
            person = new Person(source, nanos);
            people.put(key, person);
        } else if (source.isClient()) {
            person.source(source);
        }
        if (channels.computeIfAbsent(mapping.fold(channel), _ -> new HashSet<>())
                .add(person)) {
            person.joined();
        }
        isBack(person.identity());
        return Optional.of(person);
    }

    /** Notes that someone is in a channel no more. */
    public void parted(String channel, String nick) {
        var members = channels.getOrDefault(mapping.fold(channel), Set.of());
        known(nick).filter(members::remove).ifPresent(person -> {
            person.parted();
            if (!person.isShared()) {
                lost(nick);
            }
        });
    }

    /** Notes that someone has left the network. */
    public void quit(String nick) {
        known(nick).map(Person::identity).ifPresent(this::departs);
        lost(nick);
    }

    /**
     * Notes that the server knows nobody of that name: whoever spoke under it has left, if we don't share a channel.
     *
     * @param nick the name
     * @return whether that is news
     */
    public boolean unknown(String nick) {
        var key = mapping.fold(nick);
        synchronized (strangers) {
            return strangers.values().removeIf(person -> {
                boolean isMeant = mapping.fold(person.source().nick()).equals(key);
                if (isMeant) {
                    departs(person.identity());
                }
                return isMeant;
            });
        }
    }

    private void departs(String identity) {
        synchronized (departed) {
            departed.add(identity);
            if (departed.size() > MOST_STRANGERS) {
                departed.remove(departed.iterator().next());
            }
        }
    }

    /**
     * Tells whether someone was seen to leave the network, and not to come back.
     *
     * @param identity an account, or a guest's nick, user name and host
     * @return true if they have left; false also for those of whom nobody knows
     */
    public boolean hasLeft(String identity) {
        synchronized (departed) {
            return departed.contains(identity);
        }
    }

    private void lost(String nick) {
        var person = people.remove(mapping.fold(nick));
        if (person != null) {
            person.left();
            channels.values().forEach(members -> members.remove(person));
        }
    }

    /** Notes that we are in a channel no more, and so don't see its members. */
    public void left(String channel) {
        var members = channels.remove(mapping.fold(channel));
        if (members == null) {
            return;
        }
        for (var person : members) {
            person.parted();
            if (!person.isShared()) {
                person.left();
                people.remove(mapping.fold(person.source().nick()), person);
            }
        }
    }

    /** Notes a change of nick. */
    public void renamed(String nick, String newNick) {
        var person = people.remove(mapping.fold(nick));
        if (person != null) {
            var old = person.source();
            person.source(new Source(newNick, old.user(), old.host()));
            people.put(mapping.fold(newNick), person);
        }
    }

    /** Notes a change of user name and host. */
    public void moved(String nick, String user, String host) {
        known(nick).ifPresent(person -> person.source(new Source(person.source().nick(), user, host)));
    }

    /** Notes a log-in or log-out. */
    public void account(String nick, String account) {
        known(nick).ifPresent(person -> person.account(Accounts.sound(account)));
    }

    /** Notes what a WHO reply said. */
    public void flags(String nick, boolean operator, boolean bot) {
        known(nick).ifPresent(person -> {
            person.operator(operator);
            if (bot) {
                person.isBot();
            }
        });
    }

    /** {@return the channels that we are in, folded} */
    public Set<String> channels() {
        return Set.copyOf(channels.keySet());
    }

    /** {@return how many people are known} */
    public int size() {
        return people.size();
    }
}
