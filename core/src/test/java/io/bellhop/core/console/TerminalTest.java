package io.bellhop.core.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.event.MessageReceived;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What tests need that type on a terminal, and look at what it shows. */
@Timeout(120)
abstract class TerminalTest {
    static final ChannelId LOBBY = new ChannelId("console", "lobby");

    @TempDir
    Path home;

    final ScriptedBroker broker = new ScriptedBroker();
    final TerminalScreen screen = new TerminalScreen();
    final CountDownLatch ended = new CountDownLatch(1);
    final PipedOutputStream keys = new PipedOutputStream();
    final PipedInputStream plain = new PipedInputStream();
    Terminal terminal;
    TerminalSurface surface;
    ConsoleConnector console;

    @BeforeEach
    void open() throws IOException {
        terminal = new ExternalTerminal("test", "xterm", new PipedInputStream(keys), screen, StandardCharsets.UTF_8);
        var options = new ConsoleOptions(
                true, InputStream.nullInputStream(), new PipedOutputStream(plain), screen, home, home);
        surface = TerminalSurface.on(terminal, options, Piped.COMMANDS);
        console = ConsoleConnector.on(surface, options, Piped.COMMANDS, Piped.offers(), Piped.CLOCK, ended::countDown);
        console.start(broker);
    }

    @AfterEach
    void close() {
        console.stop();
    }

    final void type(String typed) throws IOException {
        keys.write(typed.getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }

    final String heard() throws InterruptedException {
        return ((MessageReceived) broker.next()).message().text();
    }

    final void awaitEnd() throws InterruptedException {
        assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
    }

    final String screen() {
        return screen.toString(StandardCharsets.UTF_8);
    }
}
