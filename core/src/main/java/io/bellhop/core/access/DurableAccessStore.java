package io.bellhop.core.access;

import io.bellhop.api.access.AccessRule.CommandRequirement;
import io.bellhop.api.access.Requirement;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import io.bellhop.core.storage.CoreDatabase;
import io.bellhop.core.storage.Ledger;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Keeps access in the core's database. An empty connector and space stand for everywhere. */
public final class DurableAccessStore implements AccessStore {
    private static final int KEY_BYTES = 32;

    private final Jdbi jdbi;
    private final Ledger ledger;

    @Inject
    DurableAccessStore(CoreDatabase database, Ledger ledger) {
        this.jdbi = database.jdbi();
        this.ledger = ledger;
    }

    @Override
    public byte[] key() {
        return knownKey()
                .or(() -> {
                    makeKey();
                    return knownKey();
                })
                .orElseThrow();
    }

    private Optional<byte[]> knownKey() {
        return jdbi.withHandle(handle -> handle.select("SELECT value FROM access_key")
                .mapTo(byte[].class)
                .findOne());
    }

    private void makeKey() {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        keep(writer -> {
            var insert = writer.prepare("INSERT INTO access_key VALUES (1, ?) ON CONFLICT DO NOTHING");
            insert.setBytes(1, key);
            return insert.executeUpdate();
        });
    }

    @Override
    public List<IgnoredUser> ignored() {
        return jdbi.withHandle(handle -> handle.select("SELECT * FROM ignored")
                .map((row, context) -> new IgnoredUser(row.getString("pseudonym"), space(row), row.getInt("by_rank")))
                .list());
    }

    @Override
    public void add(IgnoredUser user) {
        keep(writer -> {
            var insert = writer.prepare("INSERT OR REPLACE INTO ignored (pseudonym, connector, space_id, by_rank)"
                    + " VALUES (?, ?, ?, ?)");
            insert.setString(1, user.pseudonym());
            place(insert, user.space());
            insert.setInt(4, user.byRank());
            return insert.executeUpdate();
        });
    }

    @Override
    public void remove(String pseudonym, Optional<SpaceId> space) {
        keep(writer -> {
            var delete = writer.prepare("DELETE FROM ignored WHERE pseudonym = ? AND connector = ? AND space_id = ?");
            delete.setString(1, pseudonym);
            place(delete, space);
            return delete.executeUpdate();
        });
    }

    @Override
    public List<CommandRequirement> requirements() {
        return jdbi.withHandle(handle -> handle.select("SELECT * FROM required")
                .map((row, context) -> new CommandRequirement(
                        row.getString("command"),
                        space(row),
                        new Requirement(row.getInt("rank"), row.getInt("approvals"))))
                .list());
    }

    @Override
    public void replace(Collection<CommandRequirement> requirements) {
        keep(writer -> {
            writer.prepare("DELETE FROM required").executeUpdate();
            var insert = writer.prepare("INSERT INTO required VALUES (?, ?, ?, ?, ?)");
            for (var requirement : requirements) {
                insert.setString(1, requirement.command());
                place(insert, requirement.space());
                insert.setInt(4, requirement.needs().rank());
                insert.setInt(5, requirement.needs().approvals());
                insert.executeUpdate();
            }
            return requirements.size();
        });
    }

    private void keep(Ledger.Entry<Integer> change) {
        try {
            ledger.write(change).toCompletableFuture().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("access.interrupted", "It was stopped before it was kept. Look whether it holds.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof BellhopException known
                    ? known
                    : failure("access.not-kept", "It can't be kept, so nothing was changed.", e.getCause());
        }
    }

    private static BellhopException failure(String code, String message, @Nullable Throwable cause) {
        return new BellhopException(ErrorKind.INTERNAL, code, message, cause);
    }

    private static void place(PreparedStatement statement, Optional<SpaceId> space) throws SQLException {
        statement.setString(2, space.map(SpaceId::connector).orElse(""));
        statement.setString(3, space.map(SpaceId::id).orElse(""));
    }

    private static Optional<SpaceId> space(ResultSet row) throws SQLException {
        var connector = row.getString("connector");
        return connector.isEmpty() ? Optional.empty() : Optional.of(new SpaceId(connector, row.getString("space_id")));
    }
}
