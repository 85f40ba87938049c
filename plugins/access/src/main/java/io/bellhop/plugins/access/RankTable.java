package io.bellhop.plugins.access;

import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.UserId;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The ranks that were given to people. */
final class RankTable {
    private final Jdbi jdbi;

    @Inject
    RankTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A rank that was given.
     *
     * @param user who has it
     * @param space where, or empty for everywhere
     * @param rank the rank, or -1 for the ignored
     * @param name what they were called then
     * @param byRank the rank of whoever gave it
     * @param at when
     */
    record Row(UserId user, Optional<SpaceId> space, int rank, String name, int byRank, Instant at) {
        private static Row of(ResultSet row) throws SQLException {
            var connector = row.getString("connector");
            return new Row(
                    new UserId(connector, row.getString("user_id")),
                    Optional.of(row.getString("space_id"))
                            .filter(id -> !id.isEmpty())
                            .map(id -> new SpaceId(connector, id)),
                    row.getInt("rank"),
                    row.getString("name"),
                    row.getInt("by_rank"),
                    Instant.ofEpochMilli(row.getLong("given_at")));
        }
    }

    List<Row> all() {
        return jdbi.withHandle(handle -> handle.select("SELECT * FROM ranks")
                .map((row, context) -> Row.of(row))
                .list());
    }

    /** Lists what holds in a space, with what holds everywhere, the highest first. */
    List<Row> in(Optional<SpaceId> space, int skip, int most) {
        return jdbi.withHandle(handle -> handle.select("""
                        SELECT * FROM ranks WHERE space_id = '' OR connector = ? AND space_id = ?
                        ORDER BY rank DESC, name, user_id, space_id LIMIT ? OFFSET ?""")
                .bind(0, space.map(SpaceId::connector).orElse(""))
                .bind(1, Scope.column(space))
                .bind(2, most)
                .bind(3, skip)
                .map((row, context) -> Row.of(row))
                .list());
    }

    int count(Optional<SpaceId> space) {
        return jdbi.withHandle(handle -> handle.select(
                        "SELECT count(*) FROM ranks WHERE space_id = '' OR connector = ? AND space_id = ?")
                .bind(0, space.map(SpaceId::connector).orElse(""))
                .bind(1, Scope.column(space))
                .mapTo(Integer.class)
                .one());
    }

    List<Row> of(UserId user) {
        return jdbi.withHandle(handle -> handle.select(
                        "SELECT * FROM ranks WHERE connector = ? AND user_id = ?", user.connector(), user.id())
                .map((row, context) -> Row.of(row))
                .list());
    }

    Optional<Row> find(UserId user, Optional<SpaceId> space) {
        return jdbi.withHandle(handle -> handle.select(
                        "SELECT * FROM ranks WHERE connector = ? AND user_id = ? AND space_id = ?",
                        user.connector(),
                        user.id(),
                        Scope.column(space))
                .map((row, context) -> Row.of(row))
                .findOne());
    }

    void put(Row row) {
        jdbi.useHandle(handle -> handle.execute(
                "INSERT OR REPLACE INTO ranks (connector, user_id, space_id, rank, name, by_rank, given_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                row.user.connector(),
                row.user.id(),
                Scope.column(row.space),
                row.rank,
                row.name,
                row.byRank,
                row.at.toEpochMilli()));
    }

    void remove(UserId user, Optional<SpaceId> space) {
        jdbi.useHandle(handle -> handle.execute(
                "DELETE FROM ranks WHERE connector = ? AND user_id = ? AND space_id = ?",
                user.connector(),
                user.id(),
                Scope.column(space)));
    }
}
