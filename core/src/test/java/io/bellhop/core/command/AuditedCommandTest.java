package io.bellhop.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.command.CodeBlock;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Rest;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.plugin.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditedCommandTest {
    private final Room room = new Room(new Works());

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    static final class Works {
        @Command(name = "deploy", help = "Changes something.")
        String deploy(@Rest String what) {
            return "deployed";
        }

        @Command(name = "fail", help = "Fails.")
        String fail() {
            throw BellhopException.user("trial.no", "No.");
        }

        @Command(name = "look", help = "Changes nothing.", repeatable = true)
        String look() {
            return "looked";
        }

        @Command(name = "peek", help = "Changes nothing, and is not for everyone.", rank = 500, repeatable = true)
        String peek() {
            return "peeked";
        }

        @Command(name = "run", help = "Runs code.")
        String run(CodeBlock code) {
            return "ran";
        }

        @Command(name = "login", help = "Takes a secret.")
        String login(String name, Secret password) {
            return "welcome, your password has " + password.reveal().length() + " characters";
        }
    }

    @Test
    void takesDownWhatMayChangeSomething() {
        room.ann("!deploy the shop");
        room.ann("!fail");
        assertThat(room.audit.lines()).containsExactly("ann deploy the shop: answered", "ann fail: refused");
        var deed = room.audit.deeds.getFirst();
        assertThat(deed.ref()).hasSize(8);
        assertThat(deed.plugin() + " " + deed.version()).isEqualTo("trial 1.0.0");
        assertThat(deed.channel().orElseThrow().name()).isEqualTo("lobby");
    }

    @Test
    void takesDownReadingOnlyIfItNeedsARank() {
        room.rank("mod", 500);
        room.ann("!look");
        room.says("mod", "!peek");
        assertThat(room.audit.lines()).containsExactly("mod peek: answered");
    }

    @Test
    void takesDownWhoWasDenied() {
        assertThat(room.ann("!peek at all")).contains("access.rank");
        assertThat(room.audit.lines()).containsExactly("ann peek at all: denied");
        assertThat(room.ann("!peek")).contains(room.audit.deeds.getLast().ref());
    }

    @Test
    void takesNothingDownThatNeverRan() {
        room.ann("!run");
        assertThat(room.audit.deeds).isEmpty();
    }

    @Test
    void namesCodeAndFilesWithoutKeepingThem() {
        room.ann("!run\n```py\nprint(42)\n```", Attachment.of("data.csv", "1,2"));
        assertThat(room.audit.deeds.getFirst().arguments())
                .isEqualTo("[block of py, 9 characters, sha256 "
                        + "c2d6e9060cbe8dee44279258cc8677d7a20ec16eeeccfedd09b840283efd3685] [file data.csv, 3 bytes]")
                .doesNotContain("print");
    }

    @Test
    void keepsNoSecrets() {
        assertThat(room.ann("!login ann hunter22")).contains("8 characters");
        assertThat(room.audit.deeds.getFirst().arguments()).isEqualTo("***");
    }

    @Test
    void runsNothingThatCantBeTakenDownUnlessForOwners() {
        room.audit.failing = true;
        assertThat(room.ann("!deploy the shop")).contains("audit.failing");
        assertThat(room.ann("!look")).isEqualTo("looked");
        assertThat(room.says("boss", "!deploy the shop")).containsExactly("deployed");
    }
}
