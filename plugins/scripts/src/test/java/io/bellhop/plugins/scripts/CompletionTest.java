package io.bellhop.plugins.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.testkit.TestBot;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is suggested while the name of a script is typed. */
class CompletionTest {
    @AutoClose
    private final TestBot bot = TestBot.with().plugin(CodePlugin.jar()).load();

    @Test
    void suggestsWhatOneCanFind() {
        save("ann", "who");
        save("ann", "hidden");
        save("bob", "wave");
        bot.as("ann").says("!script share who channel");

        assertThat(bot.as("bob").types("!script run ")).containsExactly("!script run wave", "!script run ann/who");
        assertThat(bot.as("bob").types("!script show wh")).containsExactly("!script show ann/who");
        assertThat(bot.as("bob").in("other").types("!script run ")).containsExactly("!script run wave");
        assertThat(bot.as("bob").types("!script delete ")).containsExactly("!script delete wave");
        assertThat(bot.as("bob").types("!script rename w")).containsExactly("!script rename wave");
        assertThat(bot.as("bob").types("!script rename wave w")).isEmpty();
    }

    @Test
    void quotesANameThatWouldBeTakenForSeveral() {
        bot.as("ann").called("Ann Lee").says("!script save who js\n```js\n1\n```");
        bot.as("ann").says("!script share who channel");

        assertThat(bot.as("bob").types("!script run Ann")).containsExactly("!script run \"Ann Lee/who\"");
        bot.as("bob").says("!script run \"Ann Lee/who\"").repliesWith("ms");
    }

    @Test
    void completesFlagsAndListedValues() {
        assertThat(bot.as("ann").types("!script show -v")).containsExactly("!script show -version");
        assertThat(bot.as("ann").types("!script show -version ")).isEmpty();
        assertThat(bot.as("ann").types("!script share who ch")).containsExactly("!script share who channel");
        assertThat(bot.as("ann").types("!script save who j")).containsExactly("!script save who js");
        assertThat(bot.as("ann").types("!script run")).isEmpty();
        assertThat(bot.as("ann").types("good mor")).isEmpty();
    }

    @Test
    void leavesNothingBehind() {
        bot.as("ann").types("!script run ");
        bot.unloadsCleanly();
    }

    private void save(String user, String name) {
        bot.as(user).says("!script save " + name + " js\n```js\n1\n```");
    }
}
