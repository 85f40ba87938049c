package io.bellhop.plugins.code.engine.piston.wire;

import io.bellhop.plugins.code.engine.Language;
import io.bellhop.plugins.code.engine.Limits;
import io.bellhop.plugins.code.engine.Stage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The limits that a server allows at most, as far as it has told: it refuses what is above, language by language. Safe
 * for use from any thread.
 */
public final class Ceilings {
    static final String TIMEOUT = "_timeout";
    static final String CPU_TIME = "_cpu_time";
    static final String MEMORY = "_memory_limit";

    /** Compilers need more than what they compile. */
    private static final long COMPILE_MEMORY = 512 << 20;

    private static final Pattern TOLD =
            Pattern.compile("(\\w{1,40}) cannot exceed the configured limit of (\\d{1,15})");

    private final Map<String, Long> told = new ConcurrentHashMap<>();

    /**
     * Brings what a job may use down to what the server allows.
     *
     * @param language the job's language
     * @param limits what it may use
     * @return each limit by its name in the API, in milliseconds or bytes; all above zero, because 0 lifts a limit
     *     there
     */
    public Map<String, Long> allowed(Language language, Limits limits) {
        var wanted = new LinkedHashMap<String, Long>();
        wanted.put("compile" + TIMEOUT, millis(limits.compileTime()));
        wanted.put("compile" + CPU_TIME, millis(limits.compileTime()));
        wanted.put("compile" + MEMORY, Math.max(COMPILE_MEMORY, limits.memory()));
        wanted.put("run" + TIMEOUT, millis(limits.runTime()));
        wanted.put("run" + CPU_TIME, millis(limits.cpuTime()));
        wanted.put("run" + MEMORY, limits.memory());
        wanted.replaceAll((limit, most) -> Math.min(most, told.getOrDefault(key(language, limit), most)));
        return wanted;
    }

    /**
     * Reads what a job could use back.
     *
     * @param allowed each limit by its name in the API
     * @param wanted what it may use, of which the server knows no output
     * @return the limits that held
     */
    public static Limits limits(Map<String, Long> allowed, Limits wanted) {
        return new Limits(
                time(allowed, "compile" + TIMEOUT),
                time(allowed, "run" + TIMEOUT),
                time(allowed, "run" + CPU_TIME),
                Objects.requireNonNull(allowed.get("run" + MEMORY)),
                wanted.output());
    }

    /** {@return the bytes of memory that a stage could use} */
    static long memory(Stage.Kind kind, Map<String, Long> allowed) {
        return allowed.getOrDefault(kind.name().toLowerCase(Locale.ROOT) + MEMORY, 1L);
    }

    private static Duration time(Map<String, Long> allowed, String limit) {
        return Duration.ofMillis(Objects.requireNonNull(allowed.get(limit)));
    }

    /**
     * Learns from a refusal.
     *
     * @param language the refused job's language
     * @param asked the limits that the job had
     * @param message what the server said
     * @return whether the job may be accepted now
     */
    public boolean learn(Language language, Map<String, Long> asked, String message) {
        var found = TOLD.matcher(message);
        if (!found.find()) {
            return false;
        }
        var limit = found.group(1);
        var most = Long.parseLong(found.group(2));
        if (most < 1 || most >= asked.getOrDefault(limit, 0L)) {
            return false;
        }
        told.put(key(language, limit), most);
        return true;
    }

    /**
     * Says how long a job may take under such limits.
     *
     * @param allowed the limits
     * @return the longest for both stages together
     */
    public static Duration longest(Map<String, Long> allowed) {
        return Duration.ofMillis(
                allowed.getOrDefault("compile" + TIMEOUT, 0L) + allowed.getOrDefault("run" + TIMEOUT, 0L));
    }

    /** Forgets all, because the server may have been configured anew. */
    public void forget() {
        told.clear();
    }

    private static long millis(Duration time) {
        return Math.max(1, time.toMillis());
    }

    private static String key(Language language, String limit) {
        return language.name() + " " + language.version() + " " + limit;
    }
}
