package io.bellhop.plugins.code.language;

import io.bellhop.api.plugin.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is written of a language, in the shipped {@code languages.yaml} or in the owner's configuration: each key may be
 * missing there, since the owner may change some of a shipped language's.
 *
 * @param aliases see {@link LanguageSpec}
 * @param highlight see {@link LanguageSpec}; the name if it is missing
 * @param file see {@link Source}
 * @param files see {@link Source}
 * @param opaque see {@link Source}, as a regular expression
 * @param entries see {@link Source}, as regular expressions
 * @param boilerplate see {@link Source}
 * @param version see {@link LanguageSpec}
 * @param compile see {@link LanguageSpec}
 * @param compileMemory see {@link Recipe}
 * @param run see {@link LanguageSpec}
 * @param runMemory see {@link Recipe}
 * @param environment see {@link LanguageSpec}
 * @param roots see {@link LanguageSpec}
 * @param need see {@link LanguageSpec}
 */
public record LanguageEntry(
        @Setting(help = "Other names, such as the ending of its files.")
        Optional<List<String>> aliases,

        @Setting(help = "The tag of a code block that holds such a program.")
        Optional<String> highlight,

        @Setting(help = "What the program's file is called.")
        Optional<String> file,

        @Setting(help = "Files that lie beside it, by name.")
        Optional<Map<String, String>> files,

        @Setting(help = "A regular expression that finds comments and strings.")
        Optional<String> opaque,

        @Setting(help = "Regular expressions that find the file's name in the program.")
        Optional<List<String>> entries,

        @Setting(help = "What makes a whole program of a fragment.")
        Optional<BoilerplateEntry> boilerplate,

        @Setting(help = "The command that tells the version.")
        Optional<List<String>> version,

        @Setting(help = "The command that compiles the program.")
        Optional<List<String>> compile,

        @Setting(help = "The least memory that compiling gets, in MiB.")
        Optional<Integer> compileMemory,

        @Setting(help = "The command that runs the program.")
        Optional<List<String>> run,

        @Setting(help = "The least memory that the program gets, in MiB.")
        Optional<Integer> runMemory,

        @Setting(help = "Variables of the environment.") Optional<Map<String, String>> environment,

        @Setting(help = "Folders outside of /usr that it needs.")
        Optional<List<String>> roots,

        @Setting(help = "What to install if it is missing.") Optional<String> need) {
    /**
     * What is written of a boilerplate.
     *
     * @param unless see {@link Boilerplate}, as a regular expression
     * @param hoist see {@link Boilerplate}, as a regular expression
     * @param mark see {@link Boilerplate}
     * @param imports see {@link Boilerplate}, by regular expressions
     * @param binds see {@link Boilerplate}, as a regular expression; each line whole if it is missing
     * @param before see {@link Boilerplate}
     * @param after see {@link Boilerplate}
     */
    public record BoilerplateEntry(
            @Setting(help = "A regular expression that finds what only a whole program has.")
            String unless,

            @Setting(help = "A regular expression that finds what must stand before all else, such as imports.")
            Optional<String> hoist,

            @Setting(help = "What stands above each thing that is hoisted.")
            Optional<String> mark,

            @Setting(help = "By regular expressions that find what is used, what is hoisted for it.")
            Optional<Map<String, String>> imports,

            @Setting(help = "A regular expression that finds the names that imports bind.")
            Optional<String> binds,

            @Setting(help = "What stands before the statements.")
            String before,

            @Setting(help = "What stands after the statements.")
            String after) {}

    /**
     * Puts this entry over another one.
     *
     * @param base what holds where this one says nothing
     * @return both
     */
    LanguageEntry over(LanguageEntry base) {
        return new LanguageEntry(
                aliases.or(base::aliases),
                highlight.or(base::highlight),
                file.or(base::file),
                files.or(base::files),
                opaque.or(base::opaque),
                entries.or(base::entries),
                boilerplate.or(base::boilerplate),
                version.or(base::version),
                compile.or(base::compile),
                compileMemory.or(base::compileMemory),
                run.or(base::run),
                runMemory.or(base::runMemory),
                environment.or(base::environment),
                roots.or(base::roots),
                need.or(base::need));
    }
}
