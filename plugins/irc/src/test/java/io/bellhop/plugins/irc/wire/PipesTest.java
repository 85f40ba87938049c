package io.bellhop.plugins.irc.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class PipesTest {
    @Test
    void keepNoLineBackUntilTheOtherSideHasAcknowledgedTheOneBefore() throws Exception {
        var begun = new ArrayList<>();
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var _ = Pipes.plain("127.0.0.1", server.getLocalPort(), begun::add)) {
            var channel = (SocketChannel) begun.getFirst();
            assertThat(channel.getOption(StandardSocketOptions.TCP_NODELAY)).isTrue();
        }
    }
}
