package io.bellhop.plugins.scripts.alias;

import io.bellhop.api.chat.Text;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.command.Aliases;
import io.bellhop.api.command.Arg;
import io.bellhop.api.command.CodeBlock;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Commands;
import io.bellhop.api.command.Example;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.command.Rest;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.plugin.ChatPlugin;
import io.bellhop.api.plugin.Lifecycle;
import io.bellhop.api.storage.PersonalData;
import io.bellhop.plugins.scripts.Name;
import io.bellhop.plugins.scripts.ScriptsConfig;
import io.bellhop.plugins.scripts.alias.AliasBook.Alias;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Lets users make shorthands of their own for what they often type. */
@ChatPlugin
public final class Shorthands implements Lifecycle, PersonalData {
    private static final int LONGEST = 500;

    private final ScriptsConfig config;
    private final Commands commands;
    private final Aliases aliases;
    private final AliasBook book;

    @Inject
    Shorthands(ScriptsConfig config, Commands commands, Aliases aliases, Jdbi jdbi) {
        this.config = config;
        this.commands = commands;
        this.aliases = aliases;
        this.book = new AliasBook(jdbi);
    }

    @Override
    public void start() {
        book.each(alias -> aliases.put(alias.user(), alias.name(), alias.line()));
    }

    @Command(name = "alias", help = "Makes a shorthand of your own for a command, or shows one.")
    @Example("alias hi = hello")
    @Example("alias js = run js")
    @Example("alias hi")
    Text alias(
            Invocation asked,
            @Rest(help = "its name, =, and the command") String definition,
            Optional<CodeBlock> code) {
        int equals = definition.indexOf('=');
        if (equals < 0) {
            return shown(asked, definition.strip());
        }
        if (code.isPresent()) {
            throw BellhopException.user(
                    "alias.code", "An alias keeps a line, no code. The command script save keeps code.");
        }
        var name = name(definition.substring(0, equals).strip());
        var alias = new Alias(asked.user().id(), name, line(asked, definition.substring(equals + 1)));
        if (aliases.isCommand(name)) {
            throw BellhopException.user(
                    "alias.command", "There is a command " + name + ", and commands win. Take another name.");
        }
        if (!book.put(alias, config.aliases())) {
            throw BellhopException.limit(
                    "alias.too-many", "You have " + config.aliases() + " aliases, and no room for more.");
        }
        aliases.put(alias.user(), name, alias.line());
        return line(alias).add(doubt(alias));
    }

    /** What it stands for may come later, with a plugin; but most often it is a slip. */
    private String doubt(Alias alias) {
        var word = alias.line().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
        return aliases.isCommand(word) || book.find(alias.user(), word).isPresent()
                ? ""
                : ". There is no command " + word + " now.";
    }

    @Command(name = "alias list", help = "Lists your aliases.", repeatable = true)
    @Example("alias list")
    Text list(Invocation asked) {
        var text = Text.empty();
        for (var alias : book.of(asked.user().id())) {
            text = (text.isEmpty() ? text : text.line()).add(line(alias));
            text = aliases.isCommand(alias.name()) ? text.add(" (a command of this name wins)") : text;
        }
        return text.isEmpty() ? Text.of("You have no aliases.") : text;
    }

    @Command(name = "alias delete", help = "Deletes one of your aliases.")
    @Example("alias delete hi")
    Text delete(Invocation asked, @Arg(help = "which alias") Name name) {
        var user = asked.user().id();
        if (!book.remove(user, name.value())) {
            throw unknown(name.value());
        }
        aliases.remove(user, name.value());
        return Text.empty().bold(name.value()).add(" stands for nothing any more.");
    }

    @Override
    public Map<String, ?> export(UserId user) {
        var own = book.of(user);
        return own.isEmpty()
                ? Map.of()
                : Map.of("aliases", own.stream().map(Alias::told).toList());
    }

    @Override
    public List<String> forget(UserId user) {
        book.of(user).forEach(alias -> aliases.remove(user, alias.name()));
        int count = book.forget(user);
        return count == 0 ? List.of() : List.of(count == 1 ? "1 alias" : count + " aliases");
    }

    private Text shown(Invocation asked, String written) {
        if (written.isEmpty()) {
            throw BellhopException.user(
                    "alias.name", "Say which, and what for: alias hi = hello. The command alias list shows yours.");
        }
        var words = written.split("\\s+", 2);
        if (words.length > 1) {
            throw BellhopException.user(
                    "alias.name", "Put = between the name and the command: alias " + words[0] + " = " + words[1]);
        }
        var name = name(written);
        return book.find(asked.user().id(), name).map(Shorthands::line).orElseThrow(() -> unknown(name));
    }

    private String line(Invocation asked, String written) {
        var prefix = commands.prefix(asked.channel());
        var line = written.strip().replaceAll("\\R", " ");
        line = line.startsWith(prefix) ? line.substring(prefix.length()).strip() : line;
        if (line.isEmpty()) {
            throw BellhopException.user("alias.line", "Say behind the = what it stands for: alias hi = hello");
        }
        if (line.length() > LONGEST) {
            throw BellhopException.user(
                    "alias.line", "An alias stands for a command of at most " + LONGEST + " characters.");
        }
        requireNoSecret(line);
        return line;
    }

    /** What follows such a command's name could be the secret; the name alone is a fine shorthand. */
    private void requireNoSecret(String line) {
        for (int end = line.lastIndexOf(' '); end > 0; end = line.lastIndexOf(' ', end - 1)) {
            var command = commands.find(line.substring(0, end).strip());
            if (command.isPresent() && command.get().takesSecret()) {
                throw BellhopException.user(
                        "alias.secret",
                        command.get().name() + " takes a secret, so an alias can stand for its name only.");
            }
        }
    }

    private static String name(String written) {
        try {
            return Name.parse(written).value();
        } catch (IllegalArgumentException e) {
            throw BellhopException.user("alias.name", e.getMessage() + " An alias is made like this: alias hi = hello");
        }
    }

    private static Text line(Alias alias) {
        return Text.empty().bold(alias.name()).add(" stands for ").code(alias.line());
    }

    private static BellhopException unknown(String name) {
        return BellhopException.user(
                "alias.unknown", "You have no alias " + name + ". The command alias list shows those that you have.");
    }
}
