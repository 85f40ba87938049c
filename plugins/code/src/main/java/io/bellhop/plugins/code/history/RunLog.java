package io.bellhop.plugins.code.history;

import io.bellhop.api.chat.UserId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/** The runs of all users, so many of each and no more. Safe for use from any thread. */
public final class RunLog {
    /** One program takes at most this part of what is kept of a user, so that it does not drive all others out. */
    private static final int PARTS = 4;

    private static final String OWN = "connector = :connector AND user_id = :user";
    private static final String WANTED =
            OWN + " AND (:language IS NULL OR language = :language) AND (:ending IS NULL OR ending = :ending)";

    private static final String INSERT = """
            INSERT INTO run
            SELECT :connector, :user, coalesce(max(number), 0) + 1, :time, :language, :ending, :verdict,
              :compiling, :running, :cpu, :memory, :sourceHash, :outputHash, :size, :whole, :args, :stdin, :source,
              :engine, :runtime, :stdinHash, :argsHash, :files, :mostCompile, :mostRun, :mostCpu, :mostMemory,
              :mostOutput, :output, :outputKept, :message,
              :filesHash, :filesKept, :filesMissing
            FROM run WHERE connector = :connector AND user_id = :user
            RETURNING number""";
    private static final String TRIM = """
            DELETE FROM run WHERE connector = :connector AND user_id = :user AND number <= (
              SELECT max(number) FROM (
                SELECT number, row_number() OVER newest AS nth, sum(size) OVER newest AS total
                FROM run WHERE connector = :connector AND user_id = :user
                WINDOW newest AS (ORDER BY number DESC))
              WHERE nth > :mostRuns OR total > :mostBytes)""";

    private final Jdbi jdbi;
    private final int mostRuns;
    private final long mostBytes;

    /**
     * Opens the log.
     *
     * @param jdbi the plugin's database
     * @param mostRuns how many runs of each user are kept
     * @param mostBytes how much of each user's programs
     */
    public RunLog(Jdbi jdbi, int mostRuns, long mostBytes) {
        this.jdbi = jdbi;
        this.mostRuns = mostRuns;
        this.mostBytes = mostBytes;
    }

    /**
     * Remembers a run, and forgets the oldest ones of its user that are too many.
     *
     * @param user who ran it
     * @param run the run
     * @return its number in their history
     */
    public int add(UserId user, Run run) {
        return jdbi.inTransaction(handle -> {
            int number = insert(handle, user, run);
            trim(handle, user);
            return number;
        });
    }

    /**
     * Finds a run.
     *
     * @param user whose it is
     * @param number its number in their history
     * @return the run, or empty
     */
    public Optional<Recorded> find(UserId user, int number) {
        return jdbi.withHandle(
                handle -> own(handle.createQuery("SELECT * FROM run WHERE " + OWN + " AND number = :number"), user)
                        .bind("number", number)
                        .map((row, context) -> RunRow.read(row))
                        .findOne());
    }

    /**
     * Finds the last run.
     *
     * @param user whose it is
     * @return the run, or empty
     */
    public Optional<Recorded> last(UserId user) {
        return page(user, RunFilter.ALL, 0, 1).stream().findFirst();
    }

    /**
     * Finds the run before another that the same message asked for, before it was edited.
     *
     * @param user whose it is
     * @param number the other's number
     * @return the run, or empty
     */
    public Optional<Recorded> before(UserId user, int number) {
        var sql = "SELECT * FROM run WHERE " + OWN + " AND number < :number AND message <> '' AND message ="
                + " (SELECT message FROM run WHERE " + OWN + " AND number = :number) ORDER BY number DESC LIMIT 1";
        return jdbi.withHandle(handle -> own(handle.createQuery(sql), user)
                .bind("number", number)
                .map((row, context) -> RunRow.read(row))
                .findOne());
    }

    /**
     * Lists runs, the last ones first.
     *
     * @param user whose they are
     * @param filter which of them
     * @param from how many of these to pass over
     * @param most how many to return at most
     * @return the runs
     */
    public List<Recorded> page(UserId user, RunFilter filter, int from, int most) {
        var sql = "SELECT * FROM run WHERE " + WANTED + " ORDER BY number DESC LIMIT :most OFFSET :from";
        return jdbi.withHandle(handle -> wanted(own(handle.createQuery(sql), user), filter)
                .bind("most", most)
                .bind("from", from)
                .map((row, context) -> RunRow.read(row))
                .list());
    }

    /**
     * Counts runs.
     *
     * @param user whose they are
     * @param filter which of them
     * @return how many there are
     */
    public int count(UserId user, RunFilter filter) {
        var sql = "SELECT count(*) FROM run WHERE " + WANTED;
        return jdbi.withHandle(handle -> wanted(own(handle.createQuery(sql), user), filter)
                .mapTo(Integer.class)
                .one());
    }

    /**
     * Forgets all runs of someone.
     *
     * @param user who
     * @return how many there were
     */
    public int forget(UserId user) {
        return jdbi.inTransaction(handle ->
                own(handle.createUpdate("DELETE FROM run WHERE " + OWN), user).execute());
    }

    private int insert(Handle handle, UserId user, Run run) {
        var row = own(handle.createQuery(INSERT), user);
        return RunRow.bind(row, run, Kept.of(run, mostBytes / PARTS))
                .mapTo(Integer.class)
                .one();
    }

    private void trim(Handle handle, UserId user) {
        own(handle.createUpdate(TRIM), user)
                .bind("mostRuns", mostRuns)
                .bind("mostBytes", mostBytes)
                .execute();
    }

    private static <S extends SqlStatement<S>> S own(S statement, UserId user) {
        return statement.bind("connector", user.connector()).bind("user", user.id());
    }

    private static <S extends SqlStatement<S>> S wanted(S statement, RunFilter filter) {
        return statement
                .bind("language", filter.language().orElse(null))
                .bind("ending", filter.ending().map(Ending::written).orElse(null));
    }
}
