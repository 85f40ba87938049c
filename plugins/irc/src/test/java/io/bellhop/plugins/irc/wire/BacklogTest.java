package io.bellhop.plugins.irc.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private final AtomicLong nanos = new AtomicLong();

    private Backlog backlog(int burst) {
        return new Backlog(burst, Duration.ofSeconds(1), nanos::get);
    }

    private static void say(Backlog backlog, int count) {
        IntStream.rangeClosed(1, count).forEach(i -> say(backlog, "line " + i, new CompletableFuture<>()));
    }

    private static void say(Backlog backlog, String line, CompletableFuture<@Nullable Void> done) {
        backlog.add(saying(line), done);
    }

    private static CompletableFuture<@Nullable Void> says(Backlog backlog, String... lines) {
        var done = new CompletableFuture<@Nullable Void>();
        backlog.add(saying(lines), done);
        return done;
    }

    private static Saying saying(String... lines) {
        return new Saying("#ops", Stream.of(lines).map(Encoding::line).toList(), true, () -> true);
    }

    private static List<String> written(Backlog backlog) {
        backlog.collect();
        var text = StandardCharsets.UTF_8.decode(backlog.batch()).toString();
        return text.lines().toList();
    }

    @Test
    void asksForOneConfirmationOfAllThatIsWrittenAtOnce() {
        var backlog = backlog(0);
        say(backlog, 25);
        assertThat(written(backlog)).hasSize(26).endsWith("line 25", "PING taken-25");
        assertThat(backlog.confirmed("taken-26")).isEmpty();
        assertThat(backlog.confirmed("taken-24")).hasSize(24);
        assertThat(backlog.isUnconfirmed()).isTrue();
        assertThat(backlog.drop()).hasSize(1);
        assertThat(backlog.isUnconfirmed()).isFalse();
    }

    @Test
    void asksForAConfirmationAfterTenLinesWhereMoreAreWaiting() {
        var backlog = backlog(1);
        say(backlog, 12);
        for (int i = 1; i <= 10; i++, nanos.addAndGet(1_000_000_000)) {
            assertThat(written(backlog)).containsExactly("line " + i);
        }
        assertThat(written(backlog)).containsExactly("PING taken-10");
        nanos.addAndGet(1_000_000_000);
        assertThat(written(backlog)).containsExactly("line 11");
    }

    @Test
    void asksForAConfirmationOfEachAnswerOfSeveralLinesBeforeTheNext() {
        var backlog = backlog(5);
        var first = says(backlog, "one", "two");
        var second = says(backlog, "three", "four");
        assertThat(written(backlog)).containsExactly("one", "two", "PING taken-1", "three", "four");
        assertThat(backlog.writtenTo("#ops"::equals))
                .as("until that is answered")
                .containsExactly(first);
        backlog.confirmed("taken-1");
        assertThat(backlog.writtenTo("#ops"::equals)).containsExactly(second);

        var third = says(backlog, "five", "six");
        nanos.addAndGet(2_000_000_000);
        assertThat(written(backlog)).containsExactly("PING taken-2", "five");
        assertThat(backlog.writtenTo("#ops"::equals)).containsExactly(second);
        backlog.confirmed("taken-2");
        assertThat(backlog.writtenTo("#ops"::equals))
                .as("of which a part is written")
                .containsExactly(third);
    }

    @Test
    void knowsOfWhatNoLineWasWritten() {
        var backlog = backlog(2);
        var whole = new CompletableFuture<@Nullable Void>();
        var begun = new CompletableFuture<@Nullable Void>();
        var waiting = new CompletableFuture<@Nullable Void>();
        say(backlog, "whole", whole);
        backlog.add(saying("one", "two"), begun);
        say(backlog, "waiting", waiting);
        assertThat(written(backlog)).contains("whole", "one").doesNotContain("two");
        assertThat(backlog.dropUnwritten()).containsExactly(waiting);
        assertThat(backlog.drop()).containsExactlyInAnyOrder(whole, begun);
    }

    @Test
    void writesWhatIsUrgentThenWhatIsSaidThenWhatIsAskedOnce() {
        var backlog = backlog(0);
        backlog.ask("WHO #ops");
        backlog.ask("WHO #ops");
        say(backlog, 1);
        backlog.addUrgent(Encoding.line("PONG"));
        assertThat(written(backlog)).containsExactly("PONG", "line 1", "PING taken-1", "WHO #ops");
        assertThat(backlog.isEmpty()).isTrue();
    }
}
