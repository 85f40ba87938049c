package io.bellhop.core.plugin.inspect;

import com.github.zafarkhaja.semver.ParseException;
import com.github.zafarkhaja.semver.Version;

/** Versions as semver.org says, and ranges of them such as {@code ^1.2.0} or {@code >=1.2.0 & <3}. */
final class SemanticVersions {
    private SemanticVersions() {}

    static boolean isVersion(String version) {
        return Version.isValid(version);
    }

    static boolean isRange(String range) {
        try {
            Version.parse("0.0.0").satisfies(range);
            return true;
        } catch (ParseException e) {
            return false;
        }
    }

    static boolean satisfies(String version, String range) {
        return Version.parse(version).satisfies(range);
    }
}
