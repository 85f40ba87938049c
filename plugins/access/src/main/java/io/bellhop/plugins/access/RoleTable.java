package io.bellhop.plugins.access;

import io.bellhop.api.access.AccessRule.RoleRank;
import io.bellhop.api.chat.Role;
import io.bellhop.api.chat.SpaceId;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The ranks of roles. */
final class RoleTable {
    private final Jdbi jdbi;

    @Inject
    RoleTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The rank of a role, and what it was called when it got that. */
    record Row(Role role, int rank) {}

    List<RoleRank> all() {
        return jdbi.withHandle(handle -> handle.select("SELECT * FROM role_ranks")
                .map((row, context) -> new RoleRank(
                        new SpaceId(row.getString("connector"), row.getString("space_id")),
                        row.getString("role_id"),
                        row.getInt("rank")))
                .list());
    }

    List<Row> in(SpaceId space) {
        return jdbi.withHandle(handle -> handle.select(
                        "SELECT * FROM role_ranks WHERE connector = ? AND space_id = ? ORDER BY rank DESC, name",
                        space.connector(),
                        space.id())
                .map((row, context) ->
                        new Row(new Role(row.getString("role_id"), row.getString("name")), row.getInt("rank")))
                .list());
    }

    void put(SpaceId space, Role role, int rank) {
        jdbi.useHandle(handle -> handle.execute(
                "INSERT OR REPLACE INTO role_ranks (connector, space_id, role_id, rank, name) VALUES (?, ?, ?, ?, ?)",
                space.connector(),
                space.id(),
                role.id(),
                rank,
                role.name()));
    }

    void remove(SpaceId space, Role role) {
        jdbi.useHandle(handle -> handle.execute(
                "DELETE FROM role_ranks WHERE connector = ? AND space_id = ? AND role_id = ?",
                space.connector(),
                space.id(),
                role.id()));
    }
}
