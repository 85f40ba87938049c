package io.bellhop.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.access.AccessRule.CommandRequirement;
import io.bellhop.api.access.Requirement;
import io.bellhop.api.chat.Attachment;
import io.bellhop.core.access.AccessTable;
import io.bellhop.core.approval.ApprovalCommands;
import io.bellhop.core.command.run.Invocations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A room with commands that need approval, and people of some ranks. */
abstract class ApprovalTrials {
    final DangerousCommands danger = new DangerousCommands();
    final Room room = new Room(danger);

    @BeforeEach
    final void serve() {
        var commands = room.injector.getInstance(ApprovalCommands.class);
        room.host().announce("core", TrialPlugin.declarations(commands));
        room.host().serve("core", room.pool, List.of(commands));
        room.rank("mia", 500);
        room.rank("max", 500);
        room.rank("mob", 100);
    }

    @AfterEach
    final void close() throws Exception {
        room.close();
    }

    void require(String command, Requirement requirement) {
        var table = room.injector.getInstance(AccessTable.class);
        table.put(new CommandRequirement(command, Optional.empty(), requirement));
    }

    /** Asks for something, and returns the ref under which it waits. */
    String ask(String user, String text, Attachment... files) {
        Room.await(room.send(user, text, files));
        return ref();
    }

    String ref() {
        var choices = room.connector.sent().getLast().content().choices();
        assertThat(choices).as(() -> room.texts(0).getLast()).isNotEmpty();
        return choices.getFirst().invocation().substring("approve ".length());
    }

    List<String> all() {
        return room.texts(0);
    }

    /** Waits until what was approved has run. */
    void settle() {
        await(() -> room.injector.getInstance(Invocations.class).count() == 0);
    }

    void sees(String reply) {
        await(() -> all().contains(reply));
    }

    static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(until);
            LockSupport.parkNanos(1_000_000);
        }
    }
}
