package io.bellhop.core.discord.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.plugin.Secret;
import io.bellhop.core.discord.link.option.LinkOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import net.dv8tion.jda.api.JDA.ShardInfo;
import net.dv8tion.jda.api.utils.TimeUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastHeardTest {
    private static final ShardInfo FIRST = new ShardInfo(0, 2);
    private static final ShardInfo SECOND = new ShardInfo(1, 2);

    private static final long NOW = TimeUtil.getDiscordTimestamp(System.currentTimeMillis());
    private static final long LATER = NOW + (60_000L << 22);

    @TempDir
    private Path data;

    private LastHeard open() {
        return LastHeard.open(LinkOptions.of(new Secret("token")).in(data));
    }

    private LastHeard listening(ShardInfo... shards) {
        var heard = open();
        for (var shard : shards) {
            heard.listens(shard);
        }
        return heard;
    }

    @Test
    void knowsOfEachShardWhatTheLastProcessHeard() {
        var heard = listening(FIRST, SECOND);
        heard.heard(FIRST, LATER + 1_000);
        heard.heard(SECOND, LATER + 2_000);
        heard.heard(SECOND, LATER + 1_500);
        heard.close();

        assertThat(open().listens(FIRST)).isEqualTo(LATER + 1_000);
        assertThat(open().listens(SECOND)).isEqualTo(LATER + 2_000);
    }

    @Test
    void saysMoreThanWasHeardAfterACrashAlsoWhereDiscordsClockGoesBefore() {
        var heard = listening(FIRST);
        LongStream.range(0, 10).forEach(message -> heard.heard(FIRST, LATER + message));
        heard.renew();

        assertThat(open().listens(FIRST)).isGreaterThan(LATER + 10);
    }

    @Test
    void keepsWhatAShardMissesWhileItIsAway() {
        var heard = listening(FIRST);
        heard.heard(FIRST, LATER + 1_000);
        heard.leaves(FIRST);
        heard.renew();

        assertThat(open().listens(FIRST)).isEqualTo(LATER + 1_000);
    }

    @Test
    void repeatsNothingOnceThereAreMoreShards() {
        var heard = listening(FIRST, SECOND);
        heard.heard(FIRST, LATER + 1_000);
        heard.heard(SECOND, LATER + 2_000);
        heard.close();

        assertThat(open().listens(new ShardInfo(2, 4))).isEqualTo(LATER + 2_000);
    }

    @Test
    void remembersTheLatestWhoWroteToTheBotAlone() {
        var heard = listening(FIRST);
        LongStream.rangeClosed(1, 12).mapToObj(Long::toString).forEach(heard::heardAlone);
        heard.heardAlone("3");
        heard.close();

        assertThat(open().alone()).containsExactly("4", "5", "6", "7", "8", "9", "10", "11", "12", "3");
    }

    @Test
    void beginsAnewWhereTheFileMakesNoSense() throws Exception {
        Files.writeString(data.resolve("discord.heard"), "no number");

        assertThat(open().listens(FIRST)).isGreaterThan(NOW);
    }
}
