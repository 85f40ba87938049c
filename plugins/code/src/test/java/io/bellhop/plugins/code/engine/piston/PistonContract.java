package io.bellhop.plugins.code.engine.piston;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API of Piston, version 2, as strict as it is written in Piston's own sources. */
public final class PistonContract {
    static final JsonMapper JSON = new JsonMapper();

    private static final List<String> LIMITS = List.of(
            "compile_memory_limit",
            "run_memory_limit",
            "compile_timeout",
            "run_timeout",
            "compile_cpu_time",
            "run_cpu_time");

    private final String name;
    private final List<Offered> runtimes = new CopyOnWriteArrayList<>();
    private final Map<String, Long> most = new ConcurrentHashMap<>();
    private volatile String key = "";

    private record Offered(String language, String version, List<String> aliases) {
        boolean is(String name, String wanted) {
            var isIt = language.equals(name) || aliases.contains(name);
            return isIt && (wanted.equals("*") || wanted.equals(version));
        }
    }

    PistonContract(String name) {
        this.name = name;
    }

    void has(String language, String version, String... aliases) {
        runtimes.add(new Offered(language, version, List.of(aliases)));
    }

    /** Takes a language away. */
    public void hasNot(String language) {
        runtimes.removeIf(runtime -> runtime.language().equals(language));
    }

    /** Refuses limits above something. */
    public void allows(String limit, long value) {
        most.put(limit, value);
    }

    /** Answers only whoever knows this. */
    public void wants(String newKey) {
        key = newKey;
    }

    /** {@return the answer to a job whose program printed something} */
    public static String printed(String stdout) {
        return JSON.writeValueAsString(Map.of("language", "python", "version", "3.12.0", "run", stage(stdout, 0)));
    }

    static Map<String, Object> stage(String stdout, int code) {
        var stage = new LinkedHashMap<String, Object>();
        stage.put("stdout", stdout);
        stage.put("stderr", "");
        stage.put("output", stdout);
        stage.put("code", code);
        for (var nothing : List.of("signal", "message", "status")) {
            stage.put(nothing, null);
        }
        stage.put("cpu_time", 8);
        stage.put("wall_time", 12);
        stage.put("memory", 4_000_000);
        return stage;
    }

    Said answer(Heard heard) {
        if (!key.isEmpty() && !key.equals(heard.headers().get("authorization"))) {
            return Said.status(401, "{\"message\":\"no key\"}");
        }
        return switch (heard.method() + " " + heard.path()) {
            case "GET /api/v2/runtimes" -> Said.ok(JSON.writeValueAsString(runtimes));
            case "POST /api/v2/execute" -> execute(heard);
            default -> Said.status(404, "{\"message\":\"Not Found\"}");
        };
    }

    private Said execute(Heard heard) {
        if (!heard.headers().getOrDefault("content-type", "").startsWith("application/json")) {
            return Said.status(415, "{\"message\":\"requests must be of type application/json\"}");
        }
        var job = JSON.readTree(heard.body());
        var refusal = refusal(job);
        if (refusal.isPresent()) {
            return Said.status(400, JSON.writeValueAsString(Map.of("message", refusal.get())));
        }
        return breaks(job)
                ? Said.status(500, "")
                : Said.ok(printed(name + " ran " + job.at("/files/0/content").asString() + "\n"));
    }

    private Optional<String> refusal(JsonNode job) {
        for (var required : List.of("language", "version")) {
            if (!job.path(required).isString() || job.get(required).asString().isEmpty()) {
                return Optional.of(required + " is required as a string");
            }
        }
        if (!job.path("files").isArray()) {
            return Optional.of("files is required as an array");
        }
        if (!knows(job.get("language").asString(), job.get("version").asString())) {
            return Optional.of(
                    job.get("language").asString() + "-" + job.get("version").asString() + " runtime is unknown");
        }
        if (!job.get("files")
                .valueStream()
                .allMatch(file -> file.path("content").isString())) {
            return Optional.of("files[0].content is required as a string");
        }
        if (job.get("files")
                .valueStream()
                .noneMatch(file -> file.path("encoding").asString("utf8").equals("utf8"))) {
            return Optional.of("files must include at least one utf8 encoded file");
        }
        return LIMITS.stream().flatMap(limit -> tooMuch(job, limit).stream()).findFirst();
    }

    private Optional<String> tooMuch(JsonNode job, String limit) {
        var asked = job.path(limit).asLong(0);
        if (asked == 0) {
            return Optional.of(limit + " is 0 or missing: a real server would set no limit, or its own");
        }
        return asked > most.getOrDefault(limit, Long.MAX_VALUE)
                ? Optional.of(limit + " cannot exceed the configured limit of " + most.get(limit))
                : Optional.empty();
    }

    private boolean knows(String language, String version) {
        return runtimes.stream().anyMatch(runtime -> runtime.is(language, version));
    }

    /** Where a file's name leads out, or an argument can't be passed, a real server fails only when it has begun. */
    private static boolean breaks(JsonNode job) {
        var names = new ArrayList<String>();
        job.get("files").forEach(file -> names.add(file.path("name").asString("")));
        job.path("args").forEach(arg -> names.add(arg.asString().contains("\0") ? ".." : ""));
        return names.stream().anyMatch(name -> name.startsWith("..") || name.contains("/.."));
    }
}
