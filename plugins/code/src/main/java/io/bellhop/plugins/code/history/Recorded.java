package io.bellhop.plugins.code.history;

import io.bellhop.api.chat.Attachment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A run as it was remembered.
 *
 * @param number what its user calls it
 * @param run what ran
 * @param whole whether its program was kept; if not, the program is empty
 * @param missing the names of files that lay beside it and were too big to be kept
 */
public record Recorded(int number, Run run, boolean whole, List<String> missing) {
    /**
     * Tells all that is kept of it.
     *
     * @return the values by their names
     */
    public Map<String, ?> told() {
        var told = new LinkedHashMap<String, Object>();
        told.put("number", number);
        told.put("time", run.time().toString());
        told.put("language", run.program().language());
        told.put("verdict", run.verdict());
        told.put("compileMillis", run.usage().compiling().toMillis());
        told.put("runMillis", run.usage().running().toMillis());
        told.put("cpuMillis", run.usage().cpu().toMillis());
        told.put("memoryBytes", run.usage().memory());
        told.put("arguments", run.program().args());
        told.put("stdin", run.program().stdin());
        told.put("source", run.program().source());
        told.put("filesKept", run.files().stream().map(Recorded::told).toList());
        told.put("filesMissing", missing);
        told.put("sourceSha256", run.sourceHash());
        told.put("outputSha256", run.outputHash());
        run.output().ifPresent(output -> told.put("output", output.merged()));
        run.receipt().ifPresent(receipt -> tell(receipt, told));
        return told;
    }

    private static Map<String, String> told(Attachment file) {
        return Map.of("name", file.name(), "base64", WrittenFiles.content(file));
    }

    private static void tell(Receipt receipt, Map<String, Object> told) {
        told.put("engine", receipt.engine());
        told.put("runtime", receipt.runtime());
        told.put("stdinSha256", receipt.stdinHash());
        told.put("argumentsSha256", receipt.argsHash());
        told.put("files", receipt.files());
        told.put("filesSha256", receipt.filesHash());
        told.put("mostRunMillis", receipt.limits().runTime().toMillis());
        told.put("mostCpuMillis", receipt.limits().cpuTime().toMillis());
        told.put("mostMemoryBytes", receipt.limits().memory());
    }
}
