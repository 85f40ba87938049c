package io.bellhop.plugins.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bellhop.core.testkit.FakeConnector.Sent;
import io.bellhop.core.testkit.TestBot;
import io.bellhop.plugins.code.engine.sandbox.NeedsSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@NeedsSandbox
class SandboxBotTest {
    @AutoClose
    private final TestBot bot = TestBot.with().configuration("""
                    plugins:
                      code:
                        compile-time: 1s
                        run-time: 1m
                        languages:
                          mine:
                            aliases: [own]
                            run-memory: 96
                            file: main.mine
                            version: [bash, --version]
                            run: [bash, -x, "{file}"]
                          slow:
                            file: main.slow
                            version: [bash, --version]
                            compile: [sleep, "1000"]
                            run: [cat, "{file}"]
                          broken:
                            file: main.broken
                            version: [bash, --version]
                    """).load();

    @Test
    void runsWhatIsInstalledAndWhatTheOwnerAdds() {
        bot.as("ann").says("!run bash\n```\necho $((6 * 7))\n```").repliesWith("42");
        bot.as("ann").says("!run own\n```\necho $((6 * 7))\n```").repliesWith("+ echo 42");
        bot.as("ann").says("!languages -all").repliesWith("(sandbox)").repliesWith("languages.broken.run: is missing");
        bot.as("ann").says("!languages").repliesWith(" (sandbox, at least 96 MiB)\n");
        bot.as("ann").says("!run -memory 16 own\n```\n:\n```");
        bot.as("ann").says("!history show").repliesWith("limits: 60 s, 3 s of CPU, 96 MiB, ");
    }

    @Test
    void saysWhichLimitEndedAProgramOrItsCompiler() {
        says("!run slow\n```\nx\n```", "while compiling: stopped after 1 s: time limit, slow, ");
        says("!run -time 1s bash\n```\nsleep 1000\n```", "no output, stopped after 1 s: time limit, bash, ");
        says("!run bash\n```\nyes\n```", "stopped at 256 KiB of output: output limit, bash, ");
        says("!run bash\n```\nkill -35 $$\n```", "no output, ended by SIGRTMIN+1, bash, ");
    }

    private void says(String line, String answer) {
        bot.as("ann").says(line).repliesWith(answer);
    }

    @Test
    void uploadsWhatAProgramLeavesInOut() {
        bot.as("ann")
                .says("!run bash\n```\nmkdir out; echo 1,2 >out/plot.csv\n```")
                .uploads("plot.csv");
    }

    @Test
    void runsJavaScriptWithFilesOnNode() {
        assumeTrue(Files.exists(Path.of("/usr/bin/node")), "Node is not installed: Debian's package nodejs");

        bot.as("ann")
                .says("!run js\n```\nconsole.log(require('fs').readFileSync('data.csv', 'utf8'))\n```\n"
                        + "```data.csv\n1,2\n```")
                .repliesWith("1,2")
                .repliesWith("js@sandbox, ");
    }

    @Test
    @Timeout(120)
    void asksForWhatAProgramReadsAndGivesItAgainWhenItIsRunAgain() {
        var run = bot.as("ann").saysLater("!run bash\n```\nread name; echo hello $name\n```");
        while (bot.sent().stream().noneMatch(SandboxBotTest::isQuestion)) {
            LockSupport.parkNanos(20_000_000); // the program takes real time to come to it
        }

        bot.as("ann").says("Ann");
        run.toCompletableFuture().join();

        assertThat(bot.sent().getLast().content().text().toString()).contains("hello Ann");
        bot.as("ann").says("!rerun").repliesWith("hello Ann").repliesWith("same");
    }

    private static boolean isQuestion(Sent sent) {
        return sent.content().text().toString().contains("the program waits for input");
    }

    @Test
    void showsOwnersAloneWhichLayersHold() {
        bot.as("owner")
                .says("!sandbox selftest")
                .repliesWith("holds  network: it has the network devices lo\n")
                .repliesWith("\nPrograms run in sandboxes here.");
        bot.as("ann").says("!sandbox selftest").isRefused("access.rank");
    }

    @Test
    void leavesNothingBehind() {
        bot.as("ann").says("!run bash\n```\necho 1\n```").repliesWith("1");
        bot.unloadsCleanly();
    }
}
