package io.bellhop.plugins.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.discord.loopback.LoopbackDiscord;
import io.bellhop.core.discord.loopback.LoopbackRest;
import io.bellhop.core.discord.loopback.LoopbackRest.Answer;
import io.bellhop.core.discord.loopback.LoopbackRest.Request;
import io.bellhop.core.discord.loopback.Payloads;
import io.bellhop.core.testkit.TestBot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The buttons under answers to runs, pressed on a Discord. */
@Timeout(120)
class DiscordBotTest {
    private static final String MESSAGES = "channels/" + Payloads.LOBBY + "/messages";

    @AutoClose
    private final LoopbackDiscord discord = new LoopbackDiscord();

    @AutoClose
    private final TestBot bot = TestBot.with()
            .configuration("plugins: { code: { engines: [embedded], run-time: 20s, cpu-time: 20s } }")
            .load();

    private final BlockingQueue<Shown> shown = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> deleted = new LinkedBlockingQueue<>();

    /** A message as it stands in the channel. */
    private record Shown(String id, DataObject message) {
        String content() {
            return message.getString("content");
        }

        /** {@return the names of the buttons under it} */
        List<String> labels() {
            return buttons().stream().map(button -> button.getString("label")).toList();
        }

        String button(String label) {
            return buttons().stream()
                    .filter(button -> button.getString("label").equals(label))
                    .findFirst()
                    .orElseThrow()
                    .getString("custom_id");
        }

        private List<DataObject> buttons() {
            var buttons = new ArrayList<DataObject>();
            for (int row = 0; row < rows().length(); row++) {
                rows().getObject(row).getArray("components").stream(DataArray::getObject)
                        .forEach(buttons::add);
            }
            return buttons;
        }

        private DataArray rows() {
            return message.optArray("components").orElseGet(DataArray::empty);
        }
    }

    DiscordBotTest() throws IOException {}

    @BeforeEach
    void join() {
        discord.rest().watch(this::note);
        bot.joins(discord.options(LoopbackRest.TOKEN));
    }

    @Test
    void runAgain() throws InterruptedException {
        var answer = run("print(6 * 7)");
        assertThat(answer.content()).startsWith("```\n42\n```");

        press(answer, "Re-run");

        var again = next();
        assertThat(again.content()).startsWith("```\n42\n```").endsWith("same output as run 1");
        assertThat(again.message().getObject("message_reference").getString("message_id"))
                .isEqualTo(answer.id());
    }

    @Test
    void showWhatAnEditHasChanged() throws InterruptedException {
        var asked = says("print('a'); print('b')");
        next();
        discord.edits(Payloads.ANN, asked, command("print('a'); print('c')"), "2026-11-21T18:00:00Z");

        press(next(), "What changed");

        assertThat(next().content()).contains("-b\n+c");
    }

    @Test
    void showAllThatWasWritten() throws InterruptedException {
        var answer = run("for (let i = 0; i < 400; i++) print('line ' + i)");
        assertThat(answer.content()).contains("bytes left out");

        press(answer, "Show all");

        var page = next();
        assertThat(page.content()).contains("line 0\nline 1\n").contains("\nPage 1 of 3");
        press(page, "Next page");
        assertThat(next().content()).contains("\nPage 2 of 3");
    }

    @Test
    void deleteTheAnswerAndNoOther() throws InterruptedException {
        var first = run("print(1)");
        press(first, "Re-run");
        var second = next();

        press(second, "Delete");

        assertThat(gone()).isEqualTo(second.id());
        press(first, "Delete");
        assertThat(gone()).isEqualTo(first.id());
    }

    @Test
    void deleteAllMessagesOfALongAnswer() throws InterruptedException {
        var parts = new ArrayList<Shown>();
        parts.add(run("print('\\x60'.repeat(1400))"));
        while (parts.getLast().labels().isEmpty()) {
            parts.add(next());
        }
        assertThat(parts).hasSizeGreaterThan(1);

        press(parts.getLast(), "Delete");

        for (var part : parts) {
            assertThat(gone()).isEqualTo(part.id());
        }
    }

    private Shown run(String program) throws InterruptedException {
        says(program);
        return next();
    }

    private String says(String program) {
        return discord.says(Payloads.ANN, command(program));
    }

    private static String command(String program) {
        return "!run js\n```js\n" + program + "\n```";
    }

    private void press(Shown message, String label) {
        discord.interactions().pressesUnder(message.id(), Payloads.ANN, message.button(label));
    }

    private Shown next() throws InterruptedException {
        return awaited(shown);
    }

    private String gone() throws InterruptedException {
        return awaited(deleted);
    }

    private static <T> T awaited(BlockingQueue<T> queue) throws InterruptedException {
        var next = queue.poll(60, TimeUnit.SECONDS);
        assertThat(next).as("what the bot does within a minute").isNotNull();
        return next;
    }

    private void note(Request request, Answer answer) {
        if (request.is("POST", MESSAGES) || request.is("PATCH", MESSAGES)) {
            shown.add(new Shown(DataObject.fromJson(answer.body()).getString("id"), request.json()));
        } else if (request.is("DELETE", MESSAGES)) {
            deleted.add(request.path().substring(MESSAGES.length() + 1));
        }
    }
}
