package io.bellhop.core.console;

import io.bellhop.api.event.ChatEvent;
import io.bellhop.api.event.MessageDeleted;
import io.bellhop.api.event.MessageEdited;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the console does itself, on lines that start with a slash. */
final class SlashCommands {
    static final List<String> NAMES =
            List.of("/as", "/attach", "/delete", "/dm", "/edit", "/help", "/in", "/parallel", "/quit");

    private static final String HELP = """
            /as NAME       speak as another user
            /in CHANNEL    go to a channel
            /dm            go to your direct conversation with the bot
            /attach PATH   send a file with your next message
            /edit TEXT     change your last message here
            /delete        delete your last message here
            /parallel      don't wait for answers before the next line
            /quit          leave, once everything is answered
            //...          say a line that starts with a slash
            Ctrl-C         throw away what is typed, else cancel what runs, else leave""";
    private static final String NOTHING_WRITTEN = "There is no message of yours here.";

    private final Speaker speaker;
    private final Transcripts transcripts;
    private final Path directory;
    private final Surface surface;

    SlashCommands(Speaker speaker, Transcripts transcripts, Path directory, Surface surface) {
        this.speaker = speaker;
        this.transcripts = transcripts;
        this.directory = directory;
        this.surface = surface;
    }

    static boolean isEdit(String line) {
        return name(line).equals("/edit");
    }

    /** {@return what others are to hear of it} */
    Optional<ChatEvent> run(String line) throws IOException {
        var name = name(line);
        var rest = line.substring(name.length()).strip();
        return switch (name) {
            case "/edit" -> edit(rest);
            case "/delete" -> delete();
            default -> {
                move(name, rest);
                yield Optional.empty();
            }
        };
    }

    private void move(String name, String rest) throws IOException {
        switch (name) {
            case "/as" -> become(rest);
            case "/in" -> enter(rest);
            case "/dm" -> speaker.goDirect();
            case "/attach" -> attach(rest);
            case "/parallel" -> speaker.waitNoMore();
            case "/quit" -> speaker.leave();
            case "/help" -> surface.note(HELP);
            default ->
                surface.note("There is no " + name
                        + " here. /help lists what there is; a line that starts with // says one slash.");
        }
    }

    private void become(String name) throws IOException {
        var user = ConsoleUser.named(name);
        if (user.isEmpty()) {
            surface.note(Names.RULE);
        } else if (user.get().bot()) {
            surface.note("Only the bot is " + Names.BOT + ".");
        } else {
            speaker.become(user.get());
        }
    }

    private void enter(String name) throws IOException {
        var channel = ConsoleChannel.named(name);
        if (channel.isEmpty()) {
            surface.note(Names.RULE);
            return;
        }
        transcripts.visit(channel.get());
        speaker.enter(channel.get());
    }

    private void attach(String name) throws IOException {
        if (name.isEmpty()) {
            surface.note("Say which file: /attach PATH.");
            return;
        }
        try {
            var path = directory.resolve(name);
            if (Files.isRegularFile(path) && Files.isReadable(path)) {
                speaker.attach(new FileAttachment(String.valueOf(path.getFileName()), path, Files.size(path)));
                return;
            }
        } catch (InvalidPathException _) {
            surface.note("That is no path.");
            return;
        }
        surface.note("There is no file that can be read at " + name + ".");
    }

    private Optional<ChatEvent> edit(String text) throws IOException {
        var mine = mine();
        if (text.isEmpty()) {
            surface.note("Say what your message becomes: /edit TEXT.");
            return Optional.empty();
        }
        mine.ifPresent(message -> transcripts.replace(message.edited(text)));
        return mine.map(message -> new MessageEdited(message.edited(text)));
    }

    private Optional<ChatEvent> delete() throws IOException {
        var mine = mine();
        mine.ifPresent(message -> transcripts.remove(message.id()));
        return mine.map(message -> new MessageDeleted(message.id(), message.channel(), message.author()));
    }

    private Optional<ConsoleMessage> mine() throws IOException {
        var mine = transcripts.latestBy(speaker.user().id(), speaker.channel().id());
        if (mine.isEmpty()) {
            surface.note(NOTHING_WRITTEN);
        }
        return mine;
    }

    private static String name(String line) {
        int end = 0;
        while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
            end++;
        }
        return line.substring(0, end);
    }
}
