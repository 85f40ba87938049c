package io.bellhop.plugins.access;

import io.bellhop.api.access.AccessRule.CommandRequirement;
import io.bellhop.api.access.Requirement;
import io.bellhop.api.chat.SpaceId;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What commands are required to need. */
final class RequirementTable {
    private final Jdbi jdbi;

    @Inject
    RequirementTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<CommandRequirement> all() {
        return jdbi.withHandle(
                handle -> handle.select("SELECT * FROM requirements ORDER BY command, connector, space_id")
                        .map((row, context) -> requirement(row))
                        .list());
    }

    Optional<CommandRequirement> find(String command, Optional<SpaceId> space) {
        return all().stream()
                .filter(one -> one.command().equals(command) && one.space().equals(space))
                .findFirst();
    }

    void put(CommandRequirement requirement) {
        jdbi.useHandle(handle -> handle.execute(
                "INSERT OR REPLACE INTO requirements (connector, space_id, command, rank, approvals)"
                        + " VALUES (?, ?, ?, ?, ?)",
                requirement.space().map(SpaceId::connector).orElse(""),
                Scope.column(requirement.space()),
                requirement.command(),
                requirement.needs().rank(),
                requirement.needs().approvals()));
    }

    void remove(String command, Optional<SpaceId> space) {
        jdbi.useHandle(handle -> handle.execute(
                "DELETE FROM requirements WHERE connector = ? AND space_id = ? AND command = ?",
                space.map(SpaceId::connector).orElse(""),
                Scope.column(space),
                command));
    }

    private static CommandRequirement requirement(ResultSet row) throws SQLException {
        var connector = row.getString("connector");
        return new CommandRequirement(
                row.getString("command"),
                connector.isEmpty() ? Optional.empty() : Optional.of(new SpaceId(connector, row.getString("space_id"))),
                new Requirement(row.getInt("rank"), row.getInt("approvals")));
    }
}
