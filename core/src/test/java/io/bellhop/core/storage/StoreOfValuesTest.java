package io.bellhop.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.api.storage.KeyValue;
import io.bellhop.core.testkit.VirtualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreOfValuesTest {
    @TempDir
    Path folder;

    private final VirtualTime time = new VirtualTime();

    @AutoClose
    private Database database;

    private KeyValue store;

    record Score(String player, int points, List<String> badges) {}

    @BeforeEach
    void open() {
        database =
                Database.open(new SqliteFile(folder.resolve("a.db"), Durability.NORMAL), Migrations.NONE, time.clock());
        store = database.keyValue();
    }

    @Test
    void keepsWhatWasPut() {
        store.put("name", "ann");
        store.put("count", 42);
        store.put("score", new Score("ann", 7, List.of("first")));
        assertThat(store.get("name", String.class)).contains("ann");
        assertThat(store.get("count", Integer.class)).contains(42);
        assertThat(store.get("score", Score.class)).contains(new Score("ann", 7, List.of("first")));
        assertThat(store.get("nothing", String.class)).isEmpty();
    }

    @Test
    void keepsItWhenItIsOpenedAgain() {
        store.put("name", "ann");
        database.close();
        open();
        assertThat(store.get("name", String.class)).contains("ann");
    }

    @Test
    void forgetsWhatHasExpired() {
        store.put("name", "ann", Duration.ofMinutes(1));
        time.advance(Duration.ofSeconds(59));
        assertThat(store.get("name", String.class)).contains("ann");
        time.advance(Duration.ofSeconds(1));
        assertThat(store.get("name", String.class)).isEmpty();
        assertThat(store.keys("")).isEmpty();
        assertThat(store.remove("name")).isFalse();
    }

    @Test
    void replacesOnlyWhatIsAsExpected() {
        assertThat(store.replace("name", "bob", "ann")).isFalse();
        assertThat(store.replace("name", null, "ann")).isTrue();
        assertThat(store.replace("name", null, "bob")).isFalse();
        assertThat(store.replace("name", "bob", "eve")).isFalse();
        assertThat(store.replace("name", "ann", "eve")).isTrue();
        assertThat(store.get("name", String.class)).contains("eve");
    }

    @Test
    void takesAnExpiredValueForNone() {
        store.put("name", "ann", Duration.ofMinutes(1));
        time.advance(Duration.ofMinutes(1));
        assertThat(store.replace("name", "ann", "eve")).isFalse();
        assertThat(store.replace("name", null, "bob")).isTrue();
        assertThat(store.get("name", String.class)).contains("bob");
    }

    @Test
    void listsKeysByWhatTheyBeginWith() {
        for (var key : List.of("b:2", "a:1", "b:1", "B:3", "b%", "🔔:1")) {
            store.put(key, true);
        }
        assertThat(store.keys("b:")).containsExactly("b:1", "b:2");
        assertThat(store.keys("🔔")).containsExactly("🔔:1");
        assertThat(store.keys("b%")).containsExactly("b%");
    }

    @Test
    void takesSqlForWhatItIs() {
        var key = "x'; DROP TABLE bellhop_key_value; --";
        store.put(key, key);
        assertThat(store.get(key, String.class)).contains(key);
        assertThat(store.keys("x'")).containsExactly(key);
    }

    @Test
    void saysThatAValueIsOfAnotherType() {
        store.put("name", "ann");
        assertThatThrownBy(() -> store.get("name", Score.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Score");
    }
}
