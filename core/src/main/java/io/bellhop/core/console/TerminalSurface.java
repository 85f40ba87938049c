package io.bellhop.core.console;

import io.bellhop.api.chat.Capability;
import io.bellhop.api.chat.plain.Style;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalExt;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A terminal with someone at it: prompt, history, completion and colours. JLine is loaded with this. */
final class TerminalSurface implements Surface {
    private static final Logger LOG = LoggerFactory.getLogger(TerminalSurface.class);

    private final Terminal terminal;
    private final Surface plain;
    private final LineReader reader;
    private final CommandLines commands;
    private Speaker speaker = new Speaker();
    private final PrintStream stderr = System.err;
    private @Nullable ErrorLines errors;
    private volatile boolean closed;

    private TerminalSurface(Terminal terminal, ConsoleOptions options, CommandLines commands) {
        this.terminal = terminal;
        this.plain = new PipeSurface(options);
        this.commands = commands;
        this.reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .parser((line, cursor, context) -> TypedLine.parse(line, cursor, context, this::takesCode))
                .completer((_, line, candidates) -> complete(line, candidates))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true) // or !ping would mean an older line
                .option(LineReader.Option.HISTORY_TIMESTAMPED, false)
                .variable(LineReader.HISTORY_FILE, options.history())
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "... ")
                .build();
    }

    static TerminalSurface open(ConsoleOptions options, CommandLines commands) throws IOException {
        var terminal = TerminalBuilder.builder()
                .system(true)
                .encoding(StandardCharsets.UTF_8)
                .graphemeCluster(false) // asking for it costs 0.4 s on a terminal that does not answer
                .build();
        var surface = on(terminal, options, commands);
        if (isTerminal(terminal, SystemStream.Error)) {
            surface.takeErrors();
        }
        return surface;
    }

    private static boolean isTerminal(Terminal terminal, SystemStream stream) {
        return terminal instanceof TerminalExt own
                && own.getProvider() != null
                && own.getProvider().isSystemStream(stream);
    }

    /** The log, and whoever else writes to stderr, would write into the line that is being typed. */
    private void takeErrors() {
        errors = ErrorLines.open(stderr, this::printError);
        System.setErr(errors.stream());
    }

    static TerminalSurface on(Terminal terminal, ConsoleOptions options, CommandLines commands) {
        return new TerminalSurface(terminal, options, commands);
    }

    /** Edits are declared, because someone who watches wants to see progress: each state is a line. */
    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.UPLOADS, Capability.HISTORY, Capability.EDITS, Capability.INTERJECTIONS);
    }

    @Override
    public Style style() {
        return new TerminalStyle();
    }

    @Override
    public boolean oneByOne() {
        return false;
    }

    @Override
    public Lines listen(Speaker typing, Supplier<Optional<String>> interrupted) {
        speaker = typing;
        reader.printAbove("Bellhop. " + commands.prefix(ConsoleChannel.LOBBY)
                + "help lists the commands, /help what this console can do; Ctrl-D leaves.");
        return new TerminalLines(reader, typing::prompt, interrupted);
    }

    /** Also when JLine has closed the terminal, as it does as soon as the process is to end: then without colours. */
    @Override
    public void print(String message) throws IOException {
        try {
            printAbove(message);
        } catch (IllegalStateException e) {
            LOG.debug("JLine has closed the terminal", e);
            plain.print(AttributedString.fromAnsi(message).toString());
        }
    }

    /**
     * Prints on the terminal or nowhere.
     *
     * @throws IllegalStateException if JLine has closed it
     */
    private void printAbove(String message) throws IOException {
        if (closed) {
            throw new IOException("the terminal is closed");
        }
        // through the terminal's own capabilities: one without colours gets none
        reader.printAbove(AttributedString.fromAnsi(message, terminal));
    }

    /** Prints what was written to stderr, to which it goes back once there is no terminal. */
    void printError(String lines) throws IOException {
        try {
            printAbove(lines);
        } catch (IllegalStateException e) {
            throw new IOException("JLine has closed the terminal", e);
        }
    }

    @Override
    public void note(String note) throws IOException {
        print(style().faint(note));
    }

    @Override
    public void close() throws IOException {
        if (errors != null) {
            System.setErr(stderr);
            errors.close();
        }
        closed = true;
        terminal.close();
    }

    private boolean takesCode(String line) {
        return commands.takesCode(speaker.channel(), line);
    }

    private void complete(ParsedLine line, List<Candidate> candidates) {
        var prefix = commands.prefix(ConsoleChannel.LOBBY);
        var all = line.line().startsWith("/")
                ? SlashCommands.NAMES.stream()
                : commands.names().stream().map(name -> prefix + name);
        var more =
                commands.complete(speaker.user(), speaker.channel(), line.line().substring(0, line.cursor()));
        Stream.concat(all, more.stream()).map(Candidate::new).forEach(candidates::add);
    }
}
