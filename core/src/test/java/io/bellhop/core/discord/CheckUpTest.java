package io.bellhop.core.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.Capability;
import io.bellhop.core.discord.link.CheckUp;
import io.bellhop.core.discord.loopback.LoopbackDiscord;
import io.bellhop.core.discord.loopback.LoopbackRest;
import io.bellhop.core.discord.loopback.Payloads;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.utils.data.DataArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the doctor learns from Discord. */
class CheckUpTest {
    private LoopbackDiscord discord;

    @BeforeEach
    void open() throws Exception {
        discord = new LoopbackDiscord();
    }

    @AfterEach
    void close() throws Exception {
        discord.close();
    }

    @Test
    void saysWhatIsLeftWhatLacksAndWhereToInviteTheBotWithoutConnecting() throws Exception {
        assertThat(lines())
                .containsExactly(
                        "GOOD the token is good; 1 shards; 1000 of 1000 sessions are left for today",
                        "LACKING lacks Attach Files in Grand Hotel",
                        "GOOD invite the bot at https://discord.com/oauth2/authorize?client_id=" + Payloads.BOT
                                + "&scope=bot%20applications.commands&permissions=274878024704");
        assertThat(discord.gateway().handshakes()).isEmpty();
    }

    @Test
    void looksAtAllServersHoweverManyThereAreAndAsSlowlyAsDiscordWants() throws Exception {
        var many = DataArray.fromCollection(IntStream.range(0, 200)
                .mapToObj(
                        number -> Payloads.membership().put("id", 1000 + number).put("permissions", "8"))
                .toList());
        var guilds = "users/@me/guilds";
        var tooMany = new LoopbackRest.Answer(429, Map.of("Retry-After", "0"), "{}");
        discord.rest().answerOnce("GET", guilds, LoopbackRest.Answer.json(many));
        discord.rest().answerOnce("GET", guilds, tooMany);

        assertThat(lines()).contains("LACKING lacks Attach Files in Grand Hotel");
        assertThat(discord.rest().log())
                .filteredOn(request -> request.is("GET", guilds))
                .extracting(request -> request.query().get("after"))
                .containsExactly("0", "1199", "1199");
    }

    @Test
    void asksForWhatIsUsedToo() throws Exception {
        var link = discord.link(LoopbackRest.TOKEN).using(() -> Set.of(Capability.THREADS, Capability.REACTIONS));
        assertThat(CheckUp.of(link))
                .extracting(CheckUp.Result::seen)
                .anyMatch(seen -> seen.endsWith("&permissions=309237763136"));
    }

    @Test
    void saysThatTheMessageContentIntentIsOff() throws Exception {
        discord.rest().withholdContent();
        assertThat(lines()).anyMatch(line -> line.startsWith("LACKING the message content intent is off"));
    }

    @Test
    void saysThatFewSessionsAreLeft() throws Exception {
        discord.recommends(1, 1, 3);
        assertThat(lines()).anyMatch(line -> line.startsWith("LACKING only 3 sessions are left"));
    }

    @Test
    void saysThatTheTokenIsRefused() throws Exception {
        var results = CheckUp.of(discord.link("wrong.token"));
        assertThat(results).hasSize(1);
        assertThat(results.getFirst().kind()).isEqualTo(CheckUp.Kind.REFUSED);
        assertThat(results.getFirst().seen()).contains("Take a new one").doesNotContain("wrong.token");
    }

    @Test
    void saysThatDiscordIsOutOfReach() throws Exception {
        var link = discord.link(LoopbackRest.TOKEN).at("http://127.0.0.1:1/");
        assertThat(CheckUp.of(link).getFirst().seen()).contains("Look at the network");
    }

    private List<String> lines() throws InterruptedException {
        return CheckUp.of(discord.link(LoopbackRest.TOKEN)).stream()
                .map(result -> result.kind() + " " + result.seen())
                .toList();
    }
}
