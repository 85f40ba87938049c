package io.bellhop.core.command;

import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.Attachment;
import io.bellhop.api.command.Arg;
import io.bellhop.api.command.CodeBlock;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Flag;
import io.bellhop.api.command.Question;
import io.bellhop.api.command.Rest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Commands that need to know something. */
final class AskingCommands {
    enum Size {
        SMALL,
        LARGE
    }

    @Command(name = "weather", help = "Tells the weather.")
    Object weather(Optional<String> city) {
        return city.isPresent() ? "rain in " + city.get() : Question.of("Which city?");
    }

    @Command(name = "paint", help = "Paints.")
    Object paint(Optional<String> colour) {
        return colour.isPresent()
                ? "painted " + colour.get()
                : Question.of("Which colour?").choices("red", "blue");
    }

    @Command(name = "order", help = "Orders a pizza.")
    Question order() {
        return Question.of("Which size?")
                .choices("small", "large")
                .then("order topping")
                .within(Duration.ofMinutes(1));
    }

    @Command(name = "order topping", help = "Orders a topping.")
    Question topping(Size size) {
        return Question.of("Which topping?").then("order done", size.name(), "a \\ \"b\"");
    }

    @Command(name = "order done", help = "Orders.")
    String done(Size size, String note, String topping) {
        return size + ", " + note + ", " + topping;
    }

    @Command(name = "secrets", help = "Asks for a secret.")
    Question secrets() {
        return Question.of("Which one?").then("secret");
    }

    @Command(name = "secret", help = "Tells a secret.", rank = Rank.MODERATOR)
    String secret(String name) {
        return "the secret " + name;
    }

    @Command(name = "astray", help = "Asks, and goes on nowhere.")
    Question astray() {
        return Question.of("Where to?").then("nowhere");
    }

    @Command(name = "form", help = "Needs much.", cooldown = "1h")
    String form(
            @Flag(help = "who") List<String> names,
            @Flag(help = "how many") int count,
            @Arg(help = "how large") Size size,
            @Arg String title,
            CodeBlock code) {
        return names + " " + count + " " + size + " " + title + " " + code.language() + ":" + code.code();
    }

    @Command(name = "keep", help = "Keeps a file.")
    String keep(String name, Attachment file) {
        return name + "=" + file.name();
    }

    @Command(name = "note", help = "Asks for a note.")
    Question note() {
        return Question.of("What?").then("note down", "7");
    }

    @Command(name = "note down", help = "Notes something down.")
    String noteDown(int number, @Rest String text) {
        return number + ": " + text;
    }

    @Command(name = "post", help = "Posts words, and code with them.")
    Object post(@Rest String text, List<CodeBlock> code) {
        return text.isEmpty()
                ? Question.of("What?")
                : text + ": " + code.getFirst().code();
    }
}
