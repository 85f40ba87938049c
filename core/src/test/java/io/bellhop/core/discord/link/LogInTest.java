package io.bellhop.core.discord.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Health;
import io.bellhop.core.discord.loopback.LoopbackDiscord;
import io.bellhop.core.discord.loopback.LoopbackRest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class LogInTest {
    @AutoClose
    private final LoopbackDiscord discord = new LoopbackDiscord();

    @AutoClose
    private final Gateway gateway = new Gateway(discord.link(LoopbackRest.TOKEN), () -> {});

    LogInTest() throws Exception {}

    @Test
    void knowsItsShardsBeforeTheFirstOfThemBegins() throws Exception {
        List<Health> seen = new CopyOnWriteArrayList<>();
        gateway.tell(event -> seen.add(gateway.health()));

        gateway.open();

        assertThat(seen.getFirst().facts()).containsEntry("shards", "0 of 1 up: shard 0 waits");
    }

    @Test
    void isOpenThoughNoSessionMayBeginYet() throws Exception {
        discord.recommends(1, 1, 1);

        gateway.open();

        assertThat(gateway.health().trouble())
                .hasValueSatisfying(trouble -> assertThat(trouble).startsWith("No new sessions until"));
    }
}
