package io.bellhop.core.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.commons.cli.CommandLineParser;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.ParseException;

/** Reads {@code [--home DIR] [--console] [start|doctor|backup|restore|--help|--version]}; options stand anywhere. */
public final class CommandLine {
    static final String HELP = """
            usage: bellhop [--home DIR] [--console] [COMMAND]

              start          runs the bot (the default); without a chat token, on this console
              doctor         says what works, what is missing and how to get it
              backup [FILE]  saves the home, also while the bot runs (default: backups/ in the home)
              restore FILE   brings a saved home back, and keeps aside what was there

              --home DIR     the folder with bellhop.yaml, plugins, data and logs
              --console      starts the console connector beside the configured ones
              --help, --version
            """;

    private static final org.apache.commons.cli.Options KNOWN = new org.apache.commons.cli.Options()
            .addOption(Option.builder().longOpt("home").hasArg().get())
            .addOption(Option.builder().longOpt("console").get())
            .addOption(Option.builder("h").longOpt("help").get())
            .addOption(Option.builder().longOpt("version").get());

    private CommandLine() {}

    /**
     * Reads the words of a call.
     *
     * @param home the home when no word names one
     * @param words as the shell gave them
     * @throws StartRefused when they make no sense; the message ends with the usage
     */
    public static Options parse(Path home, String... words) throws StartRefused {
        CommandLineParser parser =
                DefaultParser.builder().setAllowPartialMatching(false).get();
        try {
            var line = parser.parse(KNOWN, words);
            var action = action(line);
            var arguments = line.getArgList().stream().skip(1).toList();
            return new Options(action, home(line, home), line.hasOption("console"), arguments);
        } catch (ParseException e) {
            throw wrongUsage(Objects.requireNonNullElse(e.getMessage(), "Wrong usage"));
        }
    }

    private static Action action(org.apache.commons.cli.CommandLine line) throws StartRefused {
        if (line.hasOption("help")) {
            return Action.HELP;
        }
        if (line.hasOption("version")) {
            return Action.VERSION;
        }
        return named(line.getArgList());
    }

    private static Action named(List<String> words) throws StartRefused {
        if (words.isEmpty()) {
            return Action.START;
        }
        var action =
                Action.named(words.getFirst()).orElseThrow(() -> wrongUsage("Unknown command: " + words.getFirst()));
        int most = action.mostArguments();
        if (words.size() - 1 > most) {
            throw wrongUsage("Unexpected argument: " + words.get(1 + most));
        }
        if (action == Action.RESTORE && words.size() < 2) {
            throw wrongUsage("restore needs the file of a backup");
        }
        return action;
    }

    private static Path home(org.apache.commons.cli.CommandLine line, Path usual) throws StartRefused {
        var named = line.getOptionValues("home");
        if (named == null) {
            return usual.toAbsolutePath().normalize();
        }
        if (named.length > 1) {
            throw wrongUsage("More than one --home");
        }
        try {
            return folder(named[0]);
        } catch (InvalidPathException e) {
            throw wrongUsage("--home is no path: " + e.getMessage());
        }
    }

    private static Path folder(String name) throws StartRefused {
        if (name.isBlank()) {
            throw wrongUsage("--home needs a folder");
        }
        return Path.of(name).toAbsolutePath().normalize();
    }

    private static StartRefused wrongUsage(String what) {
        return StartRefused.wrong(what + "\n" + HELP.stripTrailing());
    }
}
