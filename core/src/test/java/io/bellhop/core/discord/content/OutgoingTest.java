package io.bellhop.core.discord.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Card;
import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import io.bellhop.core.choice.KnownCommands;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.discord.call.CallOptions;
import io.bellhop.core.testkit.VirtualTime;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.junit.jupiter.api.Test;

class OutgoingTest {
    private final Outgoing outgoing = new Outgoing(new Buttons(
            Offers.inMemory(new VirtualTime(), new KnownCommands()),
            CallOptions.none().commands()));

    @Test
    void sendsUpToFourMessagesAndAFileBeyond() {
        assertThat(messages(Content.of("word ".repeat(1600)))).hasSize(4);

        var file = messages(Content.of("word ".repeat(1601)));
        assertThat(file).hasSize(1);
        assertThat(file.getFirst().getFiles())
                .extracting(upload -> upload.getName())
                .containsExactly("message.txt");
    }

    @Test
    void shortensATextThatIsLargerThanAFileMayBe() throws Exception {
        var small = new Place(true, true, true, 1001);
        var message = outgoing.messages(Content.of("\u00e4".repeat(9000)), Optional.empty(), small)
                .getFirst();

        assertThat(message.getContent()).contains("its beginning is in the file");
        assertThat(message.getFiles().getFirst().getData()).hasContent("\u00e4".repeat(500));
    }

    @Test
    void uploadsAMarkThatFitsNoMessage() {
        var messages = messages(Content.of(Text.empty().code("`" + "x".repeat(3000))));

        assertThat(messages).hasSize(1);
        assertThat(messages.getFirst().getFiles()).hasSize(1);
    }

    @Test
    void writesACardThatIsTooLongInAllOutAsLines() {
        var card = Card.of("War");
        for (int i = 0; i < 25; i++) {
            card = card.field("player " + i, "x".repeat(200));
        }
        assertThat(messages(Content.of(card)).getFirst().getEmbeds()).hasSize(1);

        var longer = messages(Content.of(card.text(Text.of("y".repeat(1000)))));
        assertThat(longer).allSatisfy(message -> assertThat(message.getEmbeds()).isEmpty());
        assertThat(longer.getFirst().getContent()).startsWith("**War**").contains("player 0");
    }

    @Test
    void putsButtonsAndFilesUnderTheLastMessage() {
        var messages = messages(
                Content.of("word ".repeat(500)).with(Choice.of("Again", "run")).with(Attachment.of("a.txt", "a")));

        assertThat(messages).hasSize(2);
        assertThat(messages.getFirst().getComponents()).isEmpty();
        assertThat(messages.getLast().getComponents()).hasSize(1);
        assertThat(messages.getLast().getFiles()).hasSize(1);
    }

    @Test
    void putsUpToTenChoicesOnButtonsInRowsOfFive() {
        assertThat(messages(choices(10)).getFirst().getComponents()).hasSize(2);
        assertThat(messages(choices(10)).getFirst().getContent()).isEqualTo("pick");
    }

    @Test
    void putsMoreIntoMenusAndWritesOutThoseBeyondTheFifthMenu() {
        assertThat(messages(choices(11)).getFirst().getComponents()).hasSize(1);
        var message = messages(choices(126)).getFirst();
        assertThat(message.getComponents()).hasSize(5);
        assertThat(message.getContent()).isEqualTo("pick\nno. 126: `pick 126`");
    }

    private static Content choices(int count) {
        var content = Content.of("pick");
        for (int i = 1; i <= count; i++) {
            content = content.with(Choice.of("no. " + i, "pick " + i));
        }
        return content;
    }

    @Test
    void sendsMoreThanTenFilesInSeveralMessages() {
        var content = Content.of("files");
        for (int i = 0; i < 12; i++) {
            content = content.with(Attachment.of(i + ".txt", "x"));
        }

        assertThat(messages(content))
                .extracting(message -> message.getFiles().size())
                .containsExactly(10, 2);
    }

    private List<MessageCreateData> messages(Content content) {
        return outgoing.messages(content, Optional.empty());
    }
}
