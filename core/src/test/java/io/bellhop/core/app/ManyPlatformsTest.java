package io.bellhop.core.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.access.IgnoreList;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.chat.plain.PlainText;
import io.bellhop.api.chat.plain.Style;
import io.bellhop.api.event.MessageReceived;
import io.bellhop.core.console.PipedPlatform;
import io.bellhop.core.discord.DiscordPlatform;
import io.bellhop.core.event.broker.EventBroker;
import io.bellhop.core.testkit.FakeConnector;
import io.bellhop.core.testkit.connector.Person;
import io.bellhop.core.testkit.connector.Platform;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One bot on the console, on Discord and on a third platform at once; on each of them somebody is called ann. */
@Timeout(120)
class ManyPlatformsTest {
    @TempDir
    private Path home;

    private final FakeConnector fake = new FakeConnector().forgetful();
    private Platform console;
    private Platform discord;
    private GreetingBot bot;

    @BeforeEach
    void start() throws Exception {
        bot = new GreetingBot(home);
        console = new PipedPlatform(home);
        discord = new DiscordPlatform();
        bot.join(console);
        bot.join(discord);
        bot.bot().connect(fake);
    }

    @AfterEach
    void stop() throws Exception {
        bot.close();
    }

    @Test
    void servesAllWithTheSamePlugin() throws Exception {
        assertThat(answers("!greet Bob")).hasSize(3).allMatch(answer -> answer.contains("Hello, Bob!"));
    }

    @Test
    void asksOnEachForWhatIsMissingAndGoesOnThere() throws Exception {
        assertThat(answers("!greet")).hasSize(3).noneMatch(answer -> answer.contains("Hello"));
        assertThat(answers("Bob")).hasSize(3).allMatch(answer -> answer.contains("Hello, Bob!"));
    }

    @Test
    void givesARankToNobodyOfTheSameNameElsewhere() throws Exception {
        for (var one : anns()) {
            bot.promote(one);
            var opened =
                    answers("!vault").stream().filter("It is open."::equals).count();
            assertThat(opened).isEqualTo(anns().indexOf(one) + 1L);
        }
    }

    @Test
    void ignoresNobodyOfTheSameNameElsewhere() throws Exception {
        bot.bot().part(IgnoreList.class).ignore(console.id(Person.ANN), Optional.empty());

        assertThat(bot.answer(discord, "!ping")).endsWith("pong");
        assertThat(onTheThird("!ping")).endsWith("pong");
        console.says(Person.ANN, "!ping");
        console.says(Person.BEN, "!greet Bob");
        assertThat(bot.next(console)).endsWith("Hello, Bob!");
    }

    /** The same name, and on two of them the same id. */
    private List<UserId> anns() {
        return List.of(
                console.id(Person.ANN),
                discord.id(Person.ANN),
                FakeConnector.named("ann").id());
    }

    private List<String> answers(String line) throws Exception {
        var answers = bot.answers(line);
        answers.add(onTheThird(line));
        return answers;
    }

    private String onTheThird(String line) throws Exception {
        var message = fake.message(FakeConnector.named("ann"), "lobby", line, List.of(), Instant.now());
        bot.bot()
                .part(EventBroker.class)
                .publish(new MessageReceived(message))
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
        return new PlainText(Style.PLAIN).of(fake.sent().getLast().content(), PlainText::note);
    }
}
