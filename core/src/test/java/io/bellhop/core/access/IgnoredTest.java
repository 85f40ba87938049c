package io.bellhop.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.error.BellhopException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The ignore list. */
class IgnoredTest {
    private static final UserId ANN = new UserId("test", "ann");
    private static final UserId BOSS = new UserId("test", "boss");
    private static final Optional<SpaceId> HERE = Optional.of(new SpaceId("test", "space"));
    private static final Optional<SpaceId> ELSEWHERE = Optional.of(new SpaceId("test", "annex"));
    private static final Optional<SpaceId> EVERYWHERE = Optional.empty();

    private final MemoryAccessStore store = new MemoryAccessStore();
    private final Ignored ignored = new Ignored(Set.of(BOSS), store);

    @Test
    void ignoresNobodyUntold() {
        assertThat(ignored.ignores(ANN, HERE)).isFalse();
    }

    @Test
    void ignoresInOneSpace() {
        ignored.ignore(ANN, HERE);
        assertThat(ignored.ignores(ANN, HERE)).isTrue();
        assertThat(ignored.ignores(ANN, ELSEWHERE)).isFalse();
        assertThat(ignored.ignores(ANN, EVERYWHERE)).isFalse();
        assertThat(ignored.ignores(new UserId("irc", "ann"), HERE)).isFalse();
    }

    @Test
    void ignoresEverywhere() {
        ignored.ignore(ANN, EVERYWHERE);
        assertThat(ignored.ignores(ANN, HERE)).isTrue();
        assertThat(ignored.ignores(ANN, EVERYWHERE)).isTrue();
    }

    @Test
    void heedsWhoWasIgnored() {
        ignored.ignore(ANN, HERE);
        ignored.ignore(ANN, EVERYWHERE);
        ignored.heed(ANN, EVERYWHERE);
        assertThat(ignored.ignores(ANN, ELSEWHERE)).isFalse();
        assertThat(ignored.ignores(ANN, HERE)).isTrue();
        ignored.heed(ANN, HERE);
        assertThat(ignored.ignores(ANN, HERE)).isFalse();
        assertThat(store.ignored()).isEmpty();
    }

    @Test
    void remembersAfterARestart() {
        ignored.ignore(ANN, HERE);
        ignored.ignore(ANN, ELSEWHERE);
        var again = new Ignored(Set.of(BOSS), store);
        assertThat(again.ignores(ANN, HERE)).isTrue();
        assertThat(again.ignores(ANN, ELSEWHERE)).isTrue();
        assertThat(again.ignores(ANN, EVERYWHERE)).isFalse();
    }

    @Test
    void remembersTheRankOfWhoeverIgnoredThem() {
        ignored.ignore(ANN, HERE, 500);
        ignored.ignore(ANN, HERE, 900);
        ignored.ignore(ANN, EVERYWHERE, 999);
        var again = new Ignored(Set.of(BOSS), store);
        assertThat(again.ignoredBy(ANN, HERE)).hasValue(900);
        assertThat(again.ignoredBy(ANN, EVERYWHERE)).hasValue(999);
        assertThat(again.ignoredBy(ANN, ELSEWHERE)).isEmpty();
        again.heed(ANN, HERE);
        assertThat(again.ignoredBy(ANN, HERE)).isEmpty();
    }

    @Test
    void keepsPseudonymsOnly() {
        ignored.ignore(ANN, HERE);
        assertThat(store.ignored().toString()).doesNotContain("ann,").doesNotContain("test:ann");
        assertThat(store.ignored().getFirst().pseudonym())
                .isEqualTo(new Pseudonyms(store.key()).of(ANN))
                .isNotEqualTo(new Pseudonyms(new byte[] {2}).of(ANN))
                .hasSize(64);
    }

    @Test
    void neverIgnoresAnOwner() {
        assertThatThrownBy(() -> ignored.ignore(BOSS, HERE)).isInstanceOf(BellhopException.class);
        new Ignored(Set.of(), store).ignore(BOSS, EVERYWHERE);
        assertThat(new Ignored(Set.of(BOSS), store).ignores(BOSS, HERE)).isFalse();
    }

    @Test
    void forgetsWhoTalkedRatherThanGrowForEver() {
        ignored.ignore(ANN, HERE);
        IntStream.range(0, 25_000)
                .mapToObj(i -> new UserId("test", "user" + i))
                .forEach(user -> assertThat(ignored.ignores(user, HERE)).isFalse());
        assertThat(ignored.remembered()).isLessThanOrEqualTo(10_000);
        assertThat(ignored.ignores(ANN, HERE)).isTrue();
    }
}
