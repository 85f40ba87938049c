package io.bellhop.plugins.code;

import io.bellhop.core.testkit.TestBot;
import io.bellhop.plugins.code.engine.sandbox.NeedsSandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@NeedsSandbox
class SandboxBotTest {
    @AutoClose
    private final TestBot bot = TestBot.with().configuration("""
                    plugins:
                      code:
                        run-time: 1m
                        languages:
                          mine:
                            aliases: [own]
                            file: main.mine
                            version: [bash, --version]
                            run: [bash, -x, "{file}"]
                          broken:
                            file: main.broken
                            version: [bash, --version]
                    """).load();

    @Test
    void runsWhatIsInstalledAndWhatTheOwnerAdds() {
        bot.as("ann").says("!run bash\n```\necho $((6 * 7))\n```").repliesWith("42");
        bot.as("ann").says("!run own\n```\necho $((6 * 7))\n```").repliesWith("+ echo 42");
        bot.as("ann").says("!languages -all").repliesWith("(sandbox)").repliesWith("languages.broken.run: is missing");
    }

    @Test
    void leavesNothingBehind() {
        bot.as("ann").says("!run bash\n```\necho 1\n```").repliesWith("1");
        bot.unloadsCleanly();
    }
}
