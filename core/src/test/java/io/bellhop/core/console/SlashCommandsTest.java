package io.bellhop.core.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.event.MessageDeleted;
import io.bellhop.api.event.MessageEdited;
import io.bellhop.api.event.MessageReceived;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SlashCommandsTest {
    @TempDir
    Path home;

    @Test
    void speaksAsAnotherUser() throws Exception {
        var piped = new Piped(home, "/as Ann\nhi\n/as @owner\nhi\n").run();

        assertThat(piped.broker.events())
                .extracting(event -> ((MessageReceived) event).user().id().toString())
                .containsExactly("console:ann", "console:owner");
    }

    @Test
    void refusesWhatIsNoNameAndTheBotsOwn() throws Exception {
        var piped = new Piped(home, "/as\n/as a b\n/as **a**\n/as a\u202eb\n/as bellhop\n/in #\nhi\n").run();

        assertThat(piped.noted().lines())
                .containsExactly(
                        Names.RULE, Names.RULE, Names.RULE, Names.RULE, "Only the bot is bellhop.", Names.RULE);
        assertThat(((MessageReceived) piped.broker.next()).user().name()).isEqualTo("owner");
    }

    @Test
    void movesBetweenChannelsAndADirectConversation() throws Exception {
        var piped = new Piped(home, "/in #ops\na\n/dm\nb\n/in lobby\nc\n").run();

        assertThat(piped.broker.events())
                .extracting(event -> ((MessageReceived) event).channel().id().id())
                .containsExactly("ops", "@owner", "lobby");
        assertThat(((MessageReceived) piped.broker.events().get(1)).channel().space())
                .isEmpty();
    }

    @Test
    void editsOnesLastMessageHereWithItsCodeBlock() throws Exception {
        var piped = new Piped(home, "first\n/as ann\nhers\n/as owner\n/edit !run js\n```\n1\n```\n").run();

        var original = ((MessageReceived) piped.broker.events().getFirst()).message();
        var edited = ((MessageEdited) piped.broker.events().getLast()).message();
        assertThat(edited.id()).isEqualTo(original.id());
        assertThat(edited.text()).isEqualTo("!run js\n```\n1\n```");
    }

    @Test
    void deletesOnesLastMessageHereAndThenTheOneBefore() throws Exception {
        var piped = new Piped(home, "one\ntwo\n/delete\n/delete\n/delete\n").run();

        var events = piped.broker.events();
        assertThat(events).hasSize(4);
        assertThat(((MessageDeleted) events.get(2)).message())
                .isEqualTo(((MessageReceived) events.get(1)).message().id());
        assertThat(((MessageDeleted) events.get(3)).message())
                .isEqualTo(((MessageReceived) events.get(0)).message().id());
        assertThat(piped.noted()).isEqualTo("There is no message of yours here.\n");
    }

    @Test
    void keepsItsOwnAnswersOutOfTheChat() throws Exception {
        var piped = new Piped(home, "/help\n/dance\n/edit\n").run();

        assertThat(piped.printed()).isEmpty();
        assertThat(piped.noted()).contains("/as NAME", "/parallel", "There is no /dance here.", "/edit TEXT");
        assertThat(SlashCommands.NAMES)
                .allSatisfy(name -> assertThat(piped.noted()).contains(name));
        assertThat(piped.broker.events()).isEmpty();
    }

    @Test
    void saysThatAPathIsNone() throws Exception {
        assertThat(new Piped(home, "/attach a\u0000b\n/attach\n").run().noted().lines())
                .containsExactly("That is no path.", "Say which file: /attach PATH.");
    }
}
