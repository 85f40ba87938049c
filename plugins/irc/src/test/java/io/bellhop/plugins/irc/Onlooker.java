package io.bellhop.plugins.irc;

import io.bellhop.plugins.irc.server.Someone;
import java.util.function.Consumer;

/** Someone on the server who watches on a thread of their own. */
final class Onlooker implements AutoCloseable {
    private final Someone someone;
    private final String source;
    private final Thread watching;
    private volatile boolean isGone;

    /** Comes to a channel with a mode such as {@code +B}, which marks bots, and tells of each line that comes. */
    Onlooker(String nick, String mode, int port, String channel, Consumer<String> sees) {
        someone = Someone.called(nick, port).send("MODE " + nick + " " + mode);
        var joined = someone.send("JOIN " + channel).await(":" + nick + "!\\S+ JOIN ");
        source = joined.substring(1, joined.indexOf(' '));
        someone.await(" 366 ");
        watching = Thread.ofVirtual().name("onlooker").start(() -> watch(sees));
    }

    /** Nick, user name and host. */
    String source() {
        return source;
    }

    void send(String line) {
        someone.send(line);
    }

    private void watch(Consumer<String> sees) {
        while (!isGone) {
            try {
                sees.accept(someone.await(""));
            } catch (AssertionError e) {
                if (!String.valueOf(e.getMessage()).startsWith("nothing more came")) {
                    isGone = true;
                }
            }
        }
    }

    /** Leaves; the server ends the connection, which ends the watching. */
    @Override
    public void close() {
        someone.send("QUIT");
        try {
            watching.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        isGone = true;
        someone.drop();
    }
}
