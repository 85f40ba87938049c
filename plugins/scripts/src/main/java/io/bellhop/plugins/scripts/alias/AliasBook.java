package io.bellhop.plugins.scripts.alias;

import io.bellhop.api.chat.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/** The aliases of all users, in the database. */
final class AliasBook {
    private final Jdbi jdbi;

    AliasBook(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * An alias.
     *
     * @param user whose it is
     * @param name the word that they type
     * @param line what it stands for
     */
    record Alias(UserId user, String name, String line) {
        Map<String, String> told() {
            return Map.of("name", name, "line", line);
        }
    }

    void each(Consumer<Alias> reader) {
        jdbi.useHandle(handle -> handle.createQuery("SELECT * FROM alias")
                .map((row, context) -> new Alias(
                        new UserId(row.getString("connector"), row.getString("user_id")),
                        row.getString("name"),
                        row.getString("line")))
                .forEach(reader));
    }

    List<Alias> of(UserId user) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT name, line FROM alias WHERE connector = :connector AND user_id = :user ORDER BY name")
                .bind("connector", user.connector())
                .bind("user", user.id())
                .map((row, context) -> new Alias(user, row.getString("name"), row.getString("line")))
                .list());
    }

    Optional<Alias> find(UserId user, String name) {
        return of(user).stream().filter(alias -> alias.name().equals(name)).findFirst();
    }

    /** Keeps an alias; tells whether there was room for it. */
    boolean put(Alias alias, int most) {
        return jdbi.inTransaction(handle -> handle.createUpdate("""
                        INSERT INTO alias
                        SELECT :connector, :user, :name, :line
                        WHERE :most > (
                          SELECT count(*) FROM alias
                          WHERE connector = :connector AND user_id = :user AND name <> :name)
                        ON CONFLICT (connector, user_id, name) DO UPDATE SET line = excluded.line""")
                        .bind("connector", alias.user().connector())
                        .bind("user", alias.user().id())
                        .bind("name", alias.name())
                        .bind("line", alias.line())
                        .bind("most", most)
                        .execute()
                > 0);
    }

    /** Drops all aliases of someone; returns how many there were. */
    int forget(UserId user) {
        return jdbi.inTransaction(handle ->
                handle.execute("DELETE FROM alias WHERE connector = ? AND user_id = ?", user.connector(), user.id()));
    }

    /** Drops an alias; tells whether it was there. */
    boolean remove(UserId user, String name) {
        return jdbi.inTransaction(handle -> handle.execute(
                        "DELETE FROM alias WHERE connector = ? AND user_id = ? AND name = ?",
                        user.connector(),
                        user.id(),
                        name)
                > 0);
    }
}
