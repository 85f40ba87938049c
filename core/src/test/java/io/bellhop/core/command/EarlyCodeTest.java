package io.bellhop.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.command.CodeBlock;
import io.bellhop.api.command.Command;
import io.bellhop.core.event.pool.PoolOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Code that is sent right after its command, while the only thread of the plugin still does something else. */
class EarlyCodeTest {
    private static final String CODE = "```js\n1\n```";

    private final Work work = new Work();
    private final Room room = new Room(new PoolOptions(1, 100), new AskingCommands(), work);

    static final class Work {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch over = new CountDownLatch(1);

        @Command(name = "work", help = "Keeps the thread busy.", deadline = "1m")
        void work() throws InterruptedException {
            begun.countDown();
            over.await();
        }

        @Command(name = "eval", help = "Takes code.")
        String eval(String language, CodeBlock code) {
            return language + ": " + code.code();
        }
    }

    @BeforeEach
    void keepBusy() throws Exception {
        var _ = room.send("bob", "!work");
        work.begun.await();
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void answersTheQuestionBeforeItIsAsked() {
        var form = room.send("ann", "!form -count 4 small title");
        assertThat(room.says("ann", CODE)).isEmpty();
        assertThat(afterwards(form)).containsExactly("[] 4 SMALL title js:1");
        assertThat(room.says("ann", "```js\n2\n```")).isEmpty();
    }

    @Test
    void canBeAFile() {
        var form = room.send("ann", "!form -count 4 small title");
        room.says("ann", "", Attachment.of("a.js", "2"));
        assertThat(afterwards(form)).containsExactly("[] 4 SMALL title js:2");
    }

    @Test
    void belongsToTheCommandBeforeIt() {
        var _ = room.send("ann", "!eval js");
        room.says("ann", CODE);
        var second = room.send("ann", "!eval py");
        room.says("ann", "```\n2\n```");
        assertThat(afterwards(second)).containsExactlyInAnyOrder("js: 1", "py: 2");
    }

    @Test
    void isTheFirstThatFollowsWhateverIsSaidBetween() {
        var form = room.send("ann", "!form -count 4 small title");
        room.says("ann", "wait a moment");
        room.says("ann", CODE);
        room.says("ann", "```js\n2\n```");
        assertThat(afterwards(form)).containsExactly("[] 4 SMALL title js:1");
    }

    @Test
    void isNotWhatWasSaidBeforeTheCommandOrElsewhereOrByAnother() {
        room.says("ann", CODE);
        var form = room.send("ann", "!form -count 4 small title");
        room.says("bob", CODE);
        room.saysIn("other", "ann", CODE);
        assertThat(afterwards(form).getFirst()).startsWith("Send the code now");
        assertThat(room.ann(CODE)).isEqualTo("[] 4 SMALL title js:1");
    }

    @Test
    void isNoAnswerWhereWordsAreAskedFor() {
        var form = room.send("ann", "!form -count 4");
        room.says("ann", CODE);
        assertThat(afterwards(form).getFirst()).startsWith("It needs size");
    }

    @Test
    void isForgottenAfterTenSeconds() {
        var form = room.send("ann", "!form -count 4 small title");
        room.says("ann", CODE);
        room.time.advance(Duration.ofSeconds(10));
        assertThat(afterwards(form).getFirst()).startsWith("Send the code now");
    }

    @Test
    void isNotTakenOnceItIsDeleted() {
        var form = room.send("ann", "!form -count 4 small title");
        var code = room.message("ann", CODE);
        Room.await(room.send(code));
        room.deletes(code);
        assertThat(afterwards(form).getFirst()).startsWith("Send the code now");
    }

    /** Lets the plugin's thread go on, and returns what is answered then. */
    private List<String> afterwards(CompletionStage<Void> last) {
        work.over.countDown();
        Room.await(last);
        return room.texts(0);
    }
}
