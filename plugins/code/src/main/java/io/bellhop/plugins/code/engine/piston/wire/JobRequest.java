package io.bellhop.plugins.code.engine.piston.wire;

import io.bellhop.api.chat.Attachment;
import io.bellhop.plugins.code.engine.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A job as a server takes it. */
public final class JobRequest {
    private JobRequest() {}

    /**
     * Writes a job down.
     *
     * @param job the job
     * @param limits what it may use, by name
     * @return the job in JSON
     */
    public static byte[] of(Job job, Map<String, Long> limits) {
        var request = new LinkedHashMap<String, Object>();
        request.put("language", job.language().name());
        request.put("version", job.language().version());
        request.put("files", files(job));
        request.put("args", job.args().stream().map(JobRequest::withoutNul).toList());
        request.put("stdin", job.stdin());
        request.putAll(limits);
        return Json.write(request);
    }

    /**
     * The program has no name, as each of Piston's packages gives it the one that its compiler wants. What lies beside
     * it is in base64, as Piston would compile it otherwise.
     */
    private static List<Map<String, Object>> files(Job job) {
        var files = new ArrayList<Map<String, Object>>();
        files.add(Map.of("content", job.source()));
        var names = new HashSet<String>();
        for (var file : job.files()) {
            var name = free(name(file.name()), names);
            files.add(Map.of("name", name, "content", base64(file), "encoding", "base64"));
        }
        return files;
    }

    private static String base64(Attachment file) {
        try (var content = file.open()) {
            return Base64.getEncoder().encodeToString(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name that leads nowhere, and that no command takes for a flag. */
    private static String name(String given) {
        var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var clean = last.replaceAll("[^A-Za-z0-9._ +-]", "_").replaceFirst("^[.-]+", "_");
        return clean.isBlank() ? "file" : clean;
    }

    private static String free(String name, Set<String> taken) {
        var free = name;
        for (var copy = 2; !taken.add(free); copy++) {
            free = copy + "-" + name;
        }
        return free;
    }

    /** An argument can't hold a NUL on any Unix, and a server would fail rather than refuse it. */
    private static String withoutNul(String argument) {
        return argument.replace("\0", "\uFFFD");
    }
}
