package io.bellhop.core.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.Commands;
import io.bellhop.api.command.ParameterDescription;
import io.bellhop.api.command.ParameterDescription.Kind;
import io.bellhop.api.command.Quoted;
import io.bellhop.core.storage.CoreDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every argument and flag of every command of the bot's own, each once with what it is not made for. */
class HostileArgumentsTest {
    private static final Set<String> NOT_TRIED = Set.of("shutdown", "backup");
    private static final List<String> HOSTILE = List.of(
            "x'; DROP TABLE audit; DROP TABLE setting; --",
            "x\"; DELETE FROM schedule; --",
            "' OR '1'='1",
            "%_\\",
            "../../data/core.db",
            "a\u0000b\u001b[2J\u202e",
            "-1",
            "99999999999999999999",
            "\ud800");

    @TempDir
    private Path home;

    private HomeBot bot;

    @BeforeEach
    void start() throws Exception {
        bot = HomeBot.at(home);
    }

    @AfterEach
    void stop() throws Exception {
        bot.close();
    }

    @Test
    void areTakenForWhatTheyAreOrRefusedInASentence() {
        var schema = schema();
        for (var command : bot.part(Commands.class).list()) {
            if (!NOT_TRIED.contains(command.name())) {
                command.parameters().forEach(parameter -> tryAll(command, parameter));
            }
        }
        assertThat(schema()).isEqualTo(schema).contains("audit", "setting", "schedule");
        assertThat(bot.answer("owner", "@bellhop audit verify")).contains("rows are well");
    }

    private void tryAll(CommandDescription command, ParameterDescription hostile) {
        for (var text : HOSTILE) { // by the bot's name, for one of them sets the prefix
            var line = "@bellhop " + command.name() + flags(command, hostile, text) + arguments(command, hostile, text);
            assertThat(bot.says("owner", line)).as(line).isNotEmpty().noneMatch(HostileArgumentsTest::isBroken);
        }
    }

    private static boolean isBroken(String answer) {
        return answer.contains("(plugin.failed,") || answer.contains("(storage.") || answer.contains("SQL");
    }

    private static String flags(CommandDescription command, ParameterDescription hostile, String text) {
        return command.parameters().stream()
                .filter(one -> one.kind() == Kind.FLAG && (one.equals(hostile) || one.required()))
                .map(one -> " -" + one.name() + " " + (one.equals(hostile) ? Quoted.of(text) : usual(one)))
                .collect(Collectors.joining());
    }

    private static String arguments(CommandDescription command, ParameterDescription hostile, String text) {
        return command.parameters().stream()
                .filter(one -> one.kind() == Kind.ARGUMENT || one.kind() == Kind.REST)
                .map(one -> " " + (one.equals(hostile) ? Quoted.of(text) : usual(one)))
                .collect(Collectors.joining());
    }

    private static String usual(ParameterDescription parameter) {
        if (!parameter.values().isEmpty()) {
            return parameter.values().getFirst();
        }
        return switch (parameter.type()) {
            case "whole number", "number" -> "1";
            case "duration" -> "1h";
            default -> "prefix";
        };
    }

    private List<String> schema() {
        return bot.part(CoreDatabase.class)
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT name FROM sqlite_schema ORDER BY name")
                        .mapTo(String.class)
                        .list());
    }
}
