package io.bellhop.core.plugin.inspect;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a manifest and refuses one that makes no sense. */
final class DescriptorReader {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Pattern PACKAGE = Pattern.compile("[\\p{Alpha}_$][\\w$]*(\\.[\\p{Alpha}_$][\\w$]*)*");
    private static final String REMEDY =
            " Build it with the parent POM bellhop-plugin-parent, which fills the manifest.";

    private final String apiVersion;

    DescriptorReader(String apiVersion) {
        this.apiVersion = apiVersion;
    }

    Descriptor read(Manifest manifest) {
        var attributes = manifest.getMainAttributes();
        var id = id(attributes);
        return new Descriptor(
                id,
                version(attributes),
                optional(attributes, "Plugin-Description", ""),
                requires(attributes),
                dependencies(attributes, id),
                exports(attributes));
    }

    private static String id(Attributes attributes) {
        var id = required(attributes, "Plugin-Id");
        if (!ID.matcher(id).matches() || id.equals("core")) {
            throw new PluginRefused(("Its manifest's Plugin-Id is '%s', but an id is of lower-case letters, digits and "
                            + "hyphens, begins with a letter, and is not 'core'.")
                    .formatted(id));
        }
        return id;
    }

    private static String version(Attributes attributes) {
        var version = required(attributes, "Plugin-Version");
        if (!SemanticVersions.isVersion(version)) {
            throw new PluginRefused(
                    "Its Plugin-Version '%s' is not a semantic version, such as 1.0.0.".formatted(version));
        }
        return version;
    }

    private String requires(Attributes attributes) {
        var range = range("Plugin-Requires", optional(attributes, "Plugin-Requires", "*"));
        if (!SemanticVersions.satisfies(apiVersion, range)) {
            throw new PluginRefused("It requires the plugin API %s, and this bot has %s. Take a build for this version."
                    .formatted(range, apiVersion));
        }
        return range;
    }

    private static List<Dependency> dependencies(Attributes attributes, String self) {
        return list(attributes, "Plugin-Dependencies")
                .map(written -> dependency(written, self))
                .toList();
    }

    private static Dependency dependency(String written, String self) {
        int at = written.indexOf('@');
        var id = at < 0 ? written : written.substring(0, at).strip();
        var range = at < 0
                ? "*"
                : range("Plugin-Dependencies", written.substring(at + 1).strip());
        if (!ID.matcher(id).matches() || id.equals(self)) {
            throw new PluginRefused(("Its Plugin-Dependencies name '%s', which can't be a plugin it depends on; write "
                            + "ids with ranges, such as code@^1.0.0.")
                    .formatted(id));
        }
        return new Dependency(id, range);
    }

    private static Set<String> exports(Attributes attributes) {
        return list(attributes, "Bellhop-Exports")
                .map(DescriptorReader::packageName)
                .collect(Collectors.toSet());
    }

    private static String packageName(String name) {
        if (!PACKAGE.matcher(name).matches()) {
            throw new PluginRefused("Its Bellhop-Exports name '%s', which is no package.".formatted(name));
        }
        return name;
    }

    private static String range(String attribute, String range) {
        if (!SemanticVersions.isRange(range)) {
            throw new PluginRefused(
                    "Its %s has '%s', which is no range of versions, such as ^1.0.0.".formatted(attribute, range));
        }
        return range;
    }

    private static String required(Attributes attributes, String name) {
        var value = optional(attributes, name, "");
        if (value.isEmpty()) {
            throw new PluginRefused("Its manifest has no " + name + "." + REMEDY);
        }
        return value;
    }

    private static String optional(Attributes attributes, String name, String orElse) {
        var value = attributes.getValue(name);
        return value == null || value.isBlank() ? orElse : value.strip();
    }

    private static Stream<String> list(Attributes attributes, String name) {
        return Arrays.stream(optional(attributes, name, "").split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty());
    }
}
