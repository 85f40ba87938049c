package io.bellhop.core.audit.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.audit.AuditRoom;
import io.bellhop.core.audit.Deed;
import io.bellhop.core.person.Persons;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditSearchTest {
    private static final UserId ANN = new UserId("test", "ann");

    @TempDir
    Path folder;

    private AuditRoom room;

    @BeforeEach
    void open() throws Exception {
        room = new AuditRoom(folder);
        room.does("ann", "deploy", "shop to production");
        room.time.advance(Duration.ofHours(3));
        room.does("bob", "deploy", "blog");
        room.does("ann", "restart", "shop token=hunter22");
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void findsByPersonCommandTimeAndRefTheNewestFirst() {
        var ann = room.part(Persons.class).find(ANN).orElseThrow().pseudonym();
        assertThat(numbers(Query.ALL)).containsExactly(3L, 2L, 1L);
        assertThat(numbers(Query.ofPerson(ann))).containsExactly(3L, 1L);
        assertThat(numbers(query(Optional.of("deploy"), Optional.empty()))).containsExactly(2L, 1L);
        assertThat(numbers(query(Optional.empty(), Optional.of(2L)))).containsExactly(1L);
    }

    @Test
    void seesOneSpaceAlone() {
        assertThat(numbers(inSpace("space"))).hasSize(3);
        assertThat(numbers(inSpace("elsewhere"))).isEmpty();
    }

    @Test
    void readsArgumentsAndNamesButNoSecrets() {
        var newest = find(Query.ALL).getFirst();
        assertThat(newest.name()).isEqualTo("ann");
        assertThat(newest.channel()).contains("lobby");
        assertThat(newest.arguments()).isEqualTo("shop token=***");
    }

    @Test
    void storesNeitherNameNorArgumentsInClear() throws Exception {
        room.close();
        try (var files = Files.list(folder.resolve("data"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(bytes).doesNotContain("production").doesNotContain("hunter22");
            }
        }
        room = new AuditRoom(folder);
    }

    @Test
    void forgetsAPersonAndStillVerifies() throws Exception {
        var before = room.part(Persons.class).find(ANN).orElseThrow();
        assertThat(AuditRoom.join(room.part(Persons.class).forget(ANN))).isTrue();
        assertThat(room.verify().problem()).isEmpty();
        var rows = find(Query.ofPerson(before.pseudonym()));
        assertThat(rows)
                .hasSize(2)
                .allMatch(Entry::isForgotten)
                .allMatch(row -> row.arguments().isEmpty());
        assertThat(room.part(Persons.class).find(ANN)).isEmpty();
    }

    @Test
    void knowsSomeoneForgottenAsSomeoneNew() throws Exception {
        var before = room.part(Persons.class).find(ANN).orElseThrow();
        AuditRoom.join(room.part(Persons.class).forget(ANN));
        room.does("ann", "forget me", "");
        assertThat(room.part(Persons.class).find(ANN)).isEmpty();
        assertThat(find(Query.ofPerson(before.pseudonym())).getFirst().action()).isEqualTo("forget me");
        room.does("ann", "deploy", "once more");
        var after = room.part(Persons.class).find(ANN).orElseThrow();
        assertThat(after.pseudonym()).isNotEqualTo(before.pseudonym());
        assertThat(of(ANN)).extracting(Entry::arguments).containsExactly("once more");
        assertThat(room.verify().problem()).isEmpty();
    }

    @Test
    void leavesNoKeyOfTheForgottenInTheDatabase() throws Exception {
        var key = room.part(Persons.class).find(ANN).orElseThrow().key().getEncoded();
        AuditRoom.join(room.part(Persons.class).forget(ANN));
        room.close();
        var bytes = Files.readAllBytes(folder.resolve("data/core.db"));
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(key, StandardCharsets.ISO_8859_1));
        room = new AuditRoom(folder);
    }

    @Test
    void handsAPersonAllThatIsTheirs() {
        assertThat(of(ANN)).extracting(Entry::action).containsExactly("restart", "deploy");
        assertThat(of(new UserId("test", "nobody"))).isEmpty();
    }

    @Test
    void showsWhatTheBotDidByItself() throws Exception {
        room.audit().record(Deed.ofBot("plugin", "dice", "1.2.0", "running", "it was running 1.1.0."));
        room.audit().drain(Duration.ofSeconds(60));
        var newest = find(Query.ALL).getFirst();
        assertThat(newest.person()).isEmpty();
        assertThat(newest.arguments()).isEqualTo("it was running 1.1.0.");
    }

    @Test
    void boundsWhatItKeepsOfLongArguments() throws Exception {
        room.does("ann", "paste", "x".repeat(1_000_000));
        assertThat(find(Query.ALL).getFirst().arguments())
                .hasSizeLessThan(5_000)
                .endsWith("(1000000 characters)");
    }

    @Test
    void keepsOddCharactersAsTheyWere() throws Exception {
        var odd = "a\0b \ud83d\ude00 '; DROP TABLE audit; -- \u202e \ud800";
        room.does("ann", "odd", odd);
        assertThat(find(Query.ALL).getFirst().arguments()).startsWith("a\0b \ud83d\ude00 '; DROP TABLE audit; --");
        assertThat(room.verify().problem()).isEmpty();
    }

    private static Query query(Optional<String> action, Optional<Long> before) {
        return new Query(Optional.empty(), Optional.empty(), action, Optional.empty(), Optional.empty(), before);
    }

    private static Query inSpace(String space) {
        return new Query(
                Optional.of(new SpaceId("test", space)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private List<Entry> find(Query query) {
        return room.part(AuditSearch.class).find(query, 100);
    }

    private List<Long> numbers(Query query) {
        return find(query).stream().map(Entry::number).toList();
    }

    private List<Entry> of(UserId user) {
        var all = new ArrayList<Entry>();
        room.part(AuditSearch.class).of(user, all::add);
        return all;
    }
}
