package io.bellhop.plugins.code;

import io.bellhop.core.testkit.TestBot;
import io.bellhop.plugins.code.engine.sandbox.NeedsSandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A bot whose sandboxes show too much of the host. */
@NeedsSandbox
class UnsafeSandboxBotTest {
    @AutoClose
    private final TestBot bot = TestBot.with().configuration("""
                    plugins:
                      code:
                        run-time: 1m
                        languages:
                          mine:
                            file: main.mine
                            version: [bash, --version]
                            run: [bash, "{file}"]
                            roots: [/var/lib]
                    """).load();

    @Test
    void showsWhichLayerIsMissingAndRunsNothingInThem() {
        bot.as("owner")
                .says("!sandbox selftest")
                .repliesWith("holds  network: ")
                .repliesWith(
                        "missing  files: it reaches /var/lib. Take it out of the roots of languages under plugins.code.languages")
                .repliesWith("\nNo program runs in a sandbox here.");
        bot.as("ann").says("!run mine\n```\necho 1\n```").isRefused("code.unknown-language");
        bot.as("ann").says("!run js\n```\nprint(6 * 7)\n```").repliesWith("42\njs, ");
        bot.as("ann").says("!languages -all").repliesWith("\nfiles: it reaches /var/lib");
    }
}
