package io.bellhop.plugins.scripts.store;

import io.bellhop.api.chat.User;
import io.bellhop.api.error.BellhopException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Keeps the scripts of users, so much of each and no more. Each change is a transaction. */
public final class Shelf {
    private static final String DROP_BEYOND_SIZE = """
            DELETE FROM version WHERE (script, number) IN (
              SELECT script, number FROM (
                SELECT script, number, kept, sum(size) OVER (ORDER BY kept DESC, time DESC, number DESC) AS total FROM (
                  SELECT version.script, version.number, version.time, version.size,
                    version.number = max(version.number) OVER (PARTITION BY version.script) AS kept
                  FROM version JOIN script ON script.id = version.script
                  WHERE script.author = :author) AS own) AS summed
              WHERE total > :bytes AND NOT kept)""";

    private final Jdbi jdbi;
    private final Bounds bounds;
    private final Clock clock;

    /**
     * Makes a shelf.
     *
     * @param jdbi the plugin's database
     * @param bounds how much is kept
     * @param clock tells when something is saved
     */
    public Shelf(Jdbi jdbi, Bounds bounds, Clock clock) {
        this.jdbi = jdbi;
        this.bounds = bounds;
        this.clock = clock;
    }

    /**
     * Keeps a new script.
     *
     * @param author whose
     * @param name its name, which none of their scripts has
     * @param language what it is written in
     * @param source the program
     * @return what that has come to
     * @throws BellhopException if they have one of that name, or too much
     */
    public Kept save(User author, String name, String language, String source) {
        return jdbi.inTransaction(handle -> {
            long owner = author(handle, author);
            if (find(handle, owner, name).isPresent()) {
                throw taken(name);
            }
            requireRoom(handle, owner);
            long script = handle.createUpdate("INSERT INTO script (author, name) VALUES (:author, :name)")
                    .bind("author", owner)
                    .bind("name", name)
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            return add(handle, owner, script, language, source);
        });
    }

    /**
     * Keeps a new version of a script.
     *
     * @param author whose
     * @param script which
     * @param language what it is written in
     * @param source the program
     * @return what that has come to
     * @throws BellhopException if they have too much
     */
    public Kept edit(User author, Script script, String language, String source) {
        return jdbi.inTransaction(handle -> add(handle, author(handle, author), script.id(), language, source));
    }

    /**
     * Gives a script another name.
     *
     * @param author whose
     * @param script which
     * @param name its new name
     * @throws BellhopException if they have one of that name
     */
    public void rename(User author, Script script, String name) {
        jdbi.useTransaction(handle -> {
            if (find(handle, author(handle, author), name).isPresent()) {
                throw taken(name);
            }
            handle.createUpdate("UPDATE script SET name = :name WHERE id = :script")
                    .bind("name", name)
                    .bind("script", script.id())
                    .execute();
        });
    }

    /**
     * Drops a script with all its versions.
     *
     * @param script which
     */
    public void delete(Script script) {
        jdbi.useTransaction(handle -> handle.execute("DELETE FROM script WHERE id = ?", script.id()));
    }

    /**
     * Shares a script with where its author is.
     *
     * @param here its author, and where they are
     * @param script which
     * @param reach how widely
     */
    public void share(Here here, Script script, Reach reach) {
        jdbi.useTransaction(handle -> {
            author(handle, here.user()); // others find it by the name that its author has now
            handle.createUpdate("""
                            INSERT INTO share VALUES (:script, :reach, :connector, :place)
                            ON CONFLICT DO NOTHING""")
                    .bind("script", script.id())
                    .bind("reach", reach.written())
                    .bind(
                            "connector",
                            reach == Reach.ALL ? "" : here.channel().id().connector())
                    .bind("place", place(here, reach))
                    .execute();
        });
    }

    /**
     * Shares a script no more.
     *
     * @param here its author, and where they are
     * @param script which
     * @param reach what ends, as far as it holds where they are; if empty, all sharing anywhere
     * @return whether anything has ended
     */
    public boolean unshare(Here here, Script script, Optional<Reach> reach) {
        return jdbi.inTransaction(handle -> reach.isEmpty()
                ? handle.execute("DELETE FROM share WHERE script = ?", script.id()) > 0
                : handle.execute(
                                "DELETE FROM share WHERE script = ? AND reach = ? AND place = ?",
                                script.id(),
                                reach.get().written(),
                                place(here, reach.get()))
                        > 0);
    }

    private static String place(Here here, Reach reach) {
        return switch (reach) {
            case CHANNEL -> here.channel().id().id();
            case SPACE -> here.spaceId();
            case ALL -> "";
        };
    }

    /** Adds a version, and drops old ones that have no room. */
    private Kept add(Handle handle, long author, long script, String language, String source) {
        int number = handle.createQuery("""
                        INSERT INTO version
                        SELECT :script, coalesce(max(number), 0) + 1, :time, :language, :size, :source
                        FROM version WHERE script = :script
                        RETURNING number""")
                .bind("script", script)
                .bind("time", clock.millis())
                .bind("language", language)
                .bind("size", source.getBytes(StandardCharsets.UTF_8).length)
                .bind("source", source)
                .mapTo(Integer.class)
                .one();
        int dropped = handle.execute(
                "DELETE FROM version WHERE script = ? AND number <= ?", script, number - bounds.versions());
        dropped += handle.createUpdate(DROP_BEYOND_SIZE)
                .bind("author", author)
                .bind("bytes", bounds.bytes())
                .execute();
        requireSize(handle, author);
        return new Kept(number, dropped);
    }

    private void requireRoom(Handle handle, long author) {
        int count = handle.createQuery("SELECT count(*) FROM script WHERE author = :author")
                .bind("author", author)
                .mapTo(Integer.class)
                .one();
        if (count >= bounds.scripts()) {
            throw BellhopException.limit(
                    "script.too-many", "You have " + count + " scripts, and no room for more. Delete one first.");
        }
    }

    private void requireSize(Handle handle, long author) {
        long size =
                handle.createQuery("""
                        SELECT coalesce(sum(size), 0) FROM version JOIN script ON script.id = version.script
                        WHERE script.author = :author""").bind("author", author).mapTo(Long.class).one();
        if (size > bounds.bytes()) {
            throw BellhopException.limit(
                    "script.full",
                    "Your scripts would take " + Size.of(size) + " together; there is room for "
                            + Size.of(bounds.bytes()) + ". Delete one first.");
        }
    }

    /** Returns the row of an author, with the name that they have now. */
    private static long author(Handle handle, User author) {
        return handle.createQuery("""
                        INSERT INTO author (connector, user_id, name) VALUES (:connector, :user, :name)
                        ON CONFLICT (connector, user_id) DO UPDATE SET name = excluded.name
                        RETURNING id""")
                .bind("connector", author.id().connector())
                .bind("user", author.id().id())
                .bind("name", author.name())
                .mapTo(Long.class)
                .one();
    }

    private static Optional<Long> find(Handle handle, long author, String name) {
        return handle.createQuery("SELECT id FROM script WHERE author = :author AND name = :name")
                .bind("author", author)
                .bind("name", name)
                .mapTo(Long.class)
                .findOne();
    }

    private static BellhopException taken(String name) {
        return BellhopException.user(
                "script.taken", "You have a script " + name + " already. Edit that, or take another name.");
    }
}
