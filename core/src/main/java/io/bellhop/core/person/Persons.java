package io.bellhop.core.person;

import io.bellhop.api.chat.UserId;
import io.bellhop.core.storage.CoreDatabase;
import io.bellhop.core.storage.Ledger;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** The register of people. Who is forgotten can't be found again, nor what was kept about them be read. */
@Singleton
public final class Persons {
    private static final int REMEMBERED = 10_000;

    private final CoreDatabase core;
    private final Ledger ledger;
    private final Map<UserId, Person> remembered = Collections.synchronizedMap(new Latest());
    private final Map<UserId, Person> leaving = new ConcurrentHashMap<>();

    @Inject
    Persons(CoreDatabase core, Ledger ledger) {
        this.core = core;
        this.ledger = ledger;
    }

    /** Those who were met last. */
    private static final class Latest extends LinkedHashMap<UserId, Person> {
        private static final long serialVersionUID = 1;

        Latest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<UserId, Person> eldest) {
            return size() > REMEMBERED;
        }
    }

    /**
     * Returns a person, who is made if not yet known. For use within an entry of the ledger.
     *
     * @param writer the entry's
     * @param user who
     * @param fresh takes those that this reads or makes: hand them to {@link #remember} when the entry is committed
     * @return the person
     * @throws SQLException if it can't be read or written
     */
    public Person of(Ledger.Writer writer, UserId user, Map<UserId, Person> fresh) throws SQLException {
        var known = remembered.get(user);
        var person = known != null ? known : fresh.get(user);
        if (person == null) {
            var stored = find(writer, user);
            person = stored.isPresent() ? stored.get() : make(writer, user);
            fresh.put(user, person);
        }
        return person;
    }

    /**
     * Returns who someone is, or was, that wishes to be forgotten: so that the wish can be taken down of who they were,
     * and does not begin what is kept about someone new. For use within an entry of the ledger.
     *
     * @param writer the entry's
     * @param user who
     * @return the person; if nothing is kept about them, one whose key is nowhere else
     * @throws SQLException if it can't be read
     */
    public Person leaving(Ledger.Writer writer, UserId user) throws SQLException {
        var left = leaving.get(user);
        return left != null ? left : find(writer, user).orElseGet(() -> Person.random(user));
    }

    /**
     * Drops the last that is known of people whose wish to be forgotten is safely taken down.
     *
     * @param users them
     */
    public void haveLeft(Set<UserId> users) {
        leaving.keySet().removeAll(users);
    }

    /**
     * Keeps people at hand whose rows are safely written.
     *
     * @param people them
     */
    public void remember(Map<UserId, Person> people) {
        haveLeft(people.keySet()); // who is kept again is someone new
        remembered.putAll(people);
    }

    /**
     * Finds someone. Waits for the disk.
     *
     * @param user who
     * @return the person, or empty if nothing was kept about them yet, or they were forgotten
     */
    public Optional<Person> find(UserId user) {
        return core.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT pseudonym, key FROM person WHERE connector = ? AND user_id = ?")
                        .bind(0, user.connector())
                        .bind(1, user.id())
                        .map((row, context) -> Person.known(row.getString(1), row.getBytes(2)))
                        .findOne());
    }

    /**
     * Finds whose a pseudonym is. Waits for the disk.
     *
     * @param pseudonym the pseudonym
     * @return the person, or empty if they were forgotten
     */
    public Optional<Person> find(String pseudonym) {
        return core.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT pseudonym, key FROM person WHERE pseudonym = ?")
                        .bind(0, pseudonym)
                        .map((row, context) -> Person.known(row.getString(1), row.getBytes(2)))
                        .findOne());
    }

    /**
     * Forgets someone: deletes their key and what ties their pseudonym to them. The one thing that is taken down of
     * them next, that they were forgotten, is still done by who they were.
     *
     * @param user who
     * @return completes when that is safely done; true if there was something to forget
     */
    public CompletionStage<Boolean> forget(UserId user) {
        return ledger.write(
                        writer -> {
                            remembered.remove(user);
                            var person = find(writer, user);
                            delete(writer, user);
                            return person;
                        },
                        (person, failure) -> forgotten(user, person == null ? Optional.empty() : person))
                .thenApply(Optional::isPresent);
    }

    private void forgotten(UserId user, Optional<Person> person) {
        remembered.remove(user); // an entry before this one may have brought them back
        person.ifPresent(known -> leaving.put(user, known));
    }

    private static void delete(Ledger.Writer writer, UserId user) throws SQLException {
        var delete = writer.prepare("DELETE FROM person WHERE connector = ? AND user_id = ?");
        delete.setString(1, user.connector());
        delete.setString(2, user.id());
        delete.executeUpdate();
    }

    private static Optional<Person> find(Ledger.Writer writer, UserId user) throws SQLException {
        var select = writer.prepare("SELECT pseudonym, key FROM person WHERE connector = ? AND user_id = ?");
        select.setString(1, user.connector());
        select.setString(2, user.id());
        try (var row = select.executeQuery()) {
            return row.next() ? Optional.of(Person.known(row.getString(1), row.getBytes(2))) : Optional.empty();
        }
    }

    private static Person make(Ledger.Writer writer, UserId user) throws SQLException {
        var person = Person.random(user);
        var insert = writer.prepare("INSERT INTO person (connector, user_id, pseudonym, key) VALUES (?, ?, ?, ?)");
        insert.setString(1, user.connector());
        insert.setString(2, user.id());
        insert.setString(3, person.pseudonym());
        insert.setBytes(4, person.key().getEncoded());
        insert.executeUpdate();
        return person;
    }
}
