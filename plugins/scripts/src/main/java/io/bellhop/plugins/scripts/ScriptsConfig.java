package io.bellhop.plugins.scripts;

import io.bellhop.api.plugin.Config;
import io.bellhop.api.plugin.Setting;
import io.bellhop.plugins.scripts.store.Bounds;

/**
 * The plugin's section of the configuration.
 *
 * @param scripts how many scripts each user may keep
 * @param versions how many versions of each
 * @param scriptSize the most of one version, in KiB
 * @param totalSize the most of all versions of all scripts of a user, in KiB
 * @param aliases how many aliases each user may have
 */
@Config
public record ScriptsConfig(
        @Setting(help = "How many scripts each user may keep.", orElse = "100")
        int scripts,

        @Setting(help = "How many versions of each script are kept.", orElse = "20")
        int versions,

        @Setting(help = "The most that one script may take, in KiB.", orElse = "64")
        int scriptSize,

        @Setting(help = "The most that all versions of all scripts of a user may take, in KiB.", orElse = "1024")
        int totalSize,

        @Setting(help = "How many aliases each user may have.", orElse = "100")
        int aliases) {
    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if one makes no sense
     */
    public ScriptsConfig {
        if (scripts < 0 || versions < 1 || scriptSize < 1 || totalSize < scriptSize || aliases < 0) {
            throw new IllegalArgumentException("versions and script-size must be at least 1, total-size at least "
                    + "script-size, and nothing negative");
        }
    }

    Bounds bounds() {
        return new Bounds(scripts, versions, bytes(totalSize));
    }

    long scriptBytes() {
        return bytes(scriptSize);
    }

    private static long bytes(int kibibytes) {
        return (long) kibibytes << 10;
    }
}
