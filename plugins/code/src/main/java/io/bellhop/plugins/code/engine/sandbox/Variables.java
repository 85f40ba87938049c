package io.bellhop.plugins.code.engine.sandbox;

import java.util.Map;

/** The variables that programs find in a sandbox, whatever the bot's own are. */
public final class Variables {
    /** Where they look for other programs: not where the bot's own user may have put some. */
    public static final String PATH = "/usr/local/bin:/usr/bin:/bin";

    /** What all programs find. */
    public static final Map<String, String> ALL =
            Map.of("PATH", PATH, "HOME", "/work", "TMPDIR", "/tmp", "LANG", "C.UTF-8", "TERM", "dumb");

    /** What Python programs find besides. Python reads most of them at its start, which is before a fork of it. */
    public static final Map<String, String> PYTHON = Map.of("PYTHONUNBUFFERED", "1", "PYTHONDONTWRITEBYTECODE", "1");

    private Variables() {}
}
