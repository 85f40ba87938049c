package io.bellhop.plugins.code.history;

import io.bellhop.plugins.code.engine.Limits;
import io.bellhop.plugins.code.engine.Output;
import io.bellhop.plugins.code.service.Program;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/** How a run stands in the table. */
final class RunRow {
    private RunRow() {}

    static <S extends SqlStatement<S>> S bind(S row, Run run, Kept kept) {
        var program = run.program();
        bind(row, run.receipt().orElseThrow());
        return row.bind("time", run.time().toEpochMilli())
                .bind("language", program.language())
                .bind("ending", run.ending().written())
                .bind("verdict", run.verdict())
                .bind("compiling", run.usage().compiling().toNanos())
                .bind("running", run.usage().running().toNanos())
                .bind("cpu", run.usage().cpu().toNanos())
                .bind("memory", run.usage().memory())
                .bind("sourceHash", run.sourceHash())
                .bind("outputHash", run.outputHash())
                .bind("args", kept.program() ? WordList.written(program.args()) : "")
                .bind("stdin", kept.program() ? program.stdin() : "")
                .bind("source", kept.program() ? program.source() : "")
                .bind("whole", kept.program())
                .bind("filesKept", WrittenFiles.written(kept.files()))
                .bind("filesMissing", WordList.written(kept.missing()))
                .bind("outputKept", kept.output())
                .bind("size", kept.size())
                .bind(
                        "output",
                        kept.output() ? WrittenOutput.written(run.output().orElseThrow()) : "")
                .bind("message", run.message());
    }

    private static <S extends SqlStatement<S>> void bind(S row, Receipt receipt) {
        var limits = receipt.limits();
        row.bind("engine", receipt.engine())
                .bind("runtime", receipt.runtime())
                .bind("stdinHash", receipt.stdinHash())
                .bind("argsHash", receipt.argsHash())
                .bind("files", receipt.files())
                .bind("filesHash", receipt.filesHash())
                .bind("mostCompile", limits.compileTime().toNanos())
                .bind("mostRun", limits.runTime().toNanos())
                .bind("mostCpu", limits.cpuTime().toNanos())
                .bind("mostMemory", limits.memory())
                .bind("mostOutput", limits.output());
    }

    static Recorded read(ResultSet row) throws SQLException {
        boolean whole = row.getBoolean("whole");
        List<String> args = WordList.read(row.getString("args"));
        var run = new Run(
                Instant.ofEpochMilli(row.getLong("time")),
                new Program(row.getString("language"), row.getString("source"), args, row.getString("stdin")),
                WrittenFiles.read(row.getString("files_kept")),
                Ending.read(row.getString("ending")),
                row.getString("verdict"),
                new Run.Used(
                        nanos(row, "compile_nanos"),
                        nanos(row, "run_nanos"),
                        nanos(row, "cpu_nanos"),
                        row.getLong("memory")),
                row.getString("source_sha256"),
                row.getString("output_sha256"),
                output(row),
                receipt(row),
                row.getString("message"));
        return new Recorded(row.getInt("number"), run, whole, WordList.read(row.getString("files_missing")));
    }

    private static Optional<Output> output(ResultSet row) throws SQLException {
        return row.getBoolean("output_kept")
                ? Optional.of(WrittenOutput.read(row.getString("output")))
                : Optional.empty();
    }

    private static Optional<Receipt> receipt(ResultSet row) throws SQLException {
        if (row.getLong("most_output") == 0) {
            return Optional.empty(); // it ran before there were receipts
        }
        var limits = new Limits(
                nanos(row, "most_compile_nanos"),
                nanos(row, "most_run_nanos"),
                nanos(row, "most_cpu_nanos"),
                row.getLong("most_memory"),
                row.getInt("most_output"));
        return Optional.of(new Receipt(
                row.getString("engine"),
                row.getString("runtime"),
                row.getString("stdin_sha256"),
                row.getString("args_sha256"),
                row.getInt("files"),
                row.getString("files_sha256"),
                limits));
    }

    private static Duration nanos(ResultSet row, String column) throws SQLException {
        return Duration.ofNanos(row.getLong(column));
    }
}
