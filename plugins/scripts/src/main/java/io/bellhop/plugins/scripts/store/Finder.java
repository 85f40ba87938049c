package io.bellhop.plugins.scripts.store;

import io.bellhop.api.chat.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Finds the scripts that someone can see: their own, and those that are shared with where they are. */
public final class Finder {
    private static final String FOUND = """
            WITH found AS (
              SELECT script, max(own) AS own, min(reach) AS reach FROM (
                SELECT script.id AS script, 1 AS own, NULL AS reach
                  FROM script JOIN author ON author.id = script.author
                  WHERE author.connector = :connector AND author.user_id = :user
                UNION ALL SELECT script, 0, 1 FROM share
                  WHERE reach = 'channel' AND connector = :connector AND place = :channel
                UNION ALL SELECT script, 0, 2 FROM share
                  WHERE reach = 'space' AND connector = :connector AND place = :space
                UNION ALL SELECT script, 0, 3 FROM share
                  WHERE reach = 'all') AS each_way
              GROUP BY script)
            """;
    private static final String SCRIPTS = FOUND + """
            SELECT script.id, script.name, author.connector, author.user_id, author.name AS author,
              version.number, version.language, version.time, found.own, found.reach,
              EXISTS (SELECT 1 FROM share WHERE share.script = script.id) AS shared
            FROM found
            JOIN script ON script.id = found.script
            JOIN author ON author.id = script.author
            JOIN version ON version.script = script.id
              AND version.number = (SELECT max(number) FROM version AS each WHERE each.script = script.id)
            """;

    private final Jdbi jdbi;

    /**
     * Makes a finder.
     *
     * @param jdbi the plugin's database
     */
    public Finder(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Counts what can be found.
     *
     * @param here by whom, and where
     * @return how many scripts there are
     */
    public int count(Here here) {
        return jdbi.withHandle(handle -> bound(handle.createQuery(FOUND + "SELECT count(*) FROM found"), here)
                .mapTo(Integer.class)
                .one());
    }

    /**
     * Lists what can be found, one's own first.
     *
     * @param here by whom, and where
     * @param from how many to pass over
     * @param most how many to return at most
     * @return the scripts
     */
    public List<Script> list(Here here, int from, int most) {
        var sql = SCRIPTS + "ORDER BY own DESC, script.name, author.name, script.id LIMIT :most OFFSET :from";
        return jdbi.withHandle(handle -> bound(handle.createQuery(sql), here)
                .bind("most", most)
                .bind("from", from)
                .map((row, context) -> script(row))
                .list());
    }

    /**
     * Finds all scripts of a name.
     *
     * @param here by whom, and where
     * @param name the name
     * @return the scripts, one's own first, then the nearest shared ones
     */
    public List<Script> named(Here here, String name) {
        var sql = SCRIPTS + "WHERE script.name = :name ORDER BY own DESC, found.reach, author.name, script.id";
        return jdbi.withHandle(handle -> bound(handle.createQuery(sql), here)
                .bind("name", name)
                .map((row, context) -> script(row))
                .list());
    }

    /**
     * Returns the versions that are kept.
     *
     * @param script of what
     * @return their numbers, from the oldest to the last
     */
    public List<Integer> versions(Script script) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT number FROM version WHERE script = :script ORDER BY number")
                        .bind("script", script.id())
                        .mapTo(Integer.class)
                        .list());
    }

    /**
     * Reads a version.
     *
     * @param script of what
     * @param number which
     * @return the version, or empty
     */
    public Optional<Version> version(Script script, int number) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM version WHERE script = :script AND number = :number")
                        .bind("script", script.id())
                        .bind("number", number)
                        .map((row, context) -> version(row))
                        .findOne());
    }

    static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getInt("number"),
                Instant.ofEpochMilli(row.getLong("time")),
                row.getString("language"),
                row.getString("source"));
    }

    private static Query bound(Query query, Here here) {
        var user = here.user().id();
        return query.bind("connector", user.connector())
                .bind("user", user.id())
                .bind("channel", here.channel().id().id())
                .bind("space", here.spaceId());
    }

    private static Script script(ResultSet row) throws SQLException {
        return new Script(
                row.getLong("id"),
                row.getString("name"),
                new Script.Author(
                        new UserId(row.getString("connector"), row.getString("user_id")), row.getString("author")),
                row.getInt("number"),
                row.getString("language"),
                Instant.ofEpochMilli(row.getLong("time")),
                row.getBoolean("own"),
                reach(row.getInt("reach")),
                row.getBoolean("shared"));
    }

    private static Optional<Reach> reach(int distance) {
        return switch (distance) {
            case 1 -> Optional.of(Reach.CHANNEL);
            case 2 -> Optional.of(Reach.SPACE);
            case 3 -> Optional.of(Reach.ALL);
            default -> Optional.empty();
        };
    }
}
