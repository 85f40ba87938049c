package io.bellhop.core.discord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/** Discord's gateway for one bot: lets it in, numbers events, and repeats missed ones when it resumes. */
final class LoopbackGateway implements AutoCloseable {
    private static final int DISPATCH = 0;
    private static final int HEARTBEAT = 1;
    private static final int IDENTIFY = 2;
    private static final int RESUME = 6;
    private static final int RECONNECT = 7;
    private static final int REQUEST_MEMBERS = 8;
    private static final int HELLO = 10;
    private static final int HEARTBEAT_ACK = 11;

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<DataObject> events = new ArrayList<>();
    private final BlockingQueue<String> handshakes = new LinkedBlockingQueue<>();
    private @Nullable GatewaySocket current;
    private volatile int refusal;

    LoopbackGateway() throws IOException {
        Thread.ofVirtual().name("loopback-gateway").start(this::accept);
    }

    String url() {
        return "ws://127.0.0.1:" + server.getLocalPort();
    }

    /** Refuses the next log-ins with a close code. */
    void refuse(int code) {
        refusal = code;
    }

    /** {@code IDENTIFY} and {@code RESUME}, as they come. */
    BlockingQueue<String> handshakes() {
        return handshakes;
    }

    synchronized void emit(String type, DataObject data) {
        events.add(frame(DISPATCH, data).put("s", events.size() + 1).put("t", type));
        send(events.getLast());
    }

    synchronized void drop() throws IOException {
        if (current != null) {
            current.drop();
            current = null;
        }
    }

    /** Asks the bot to come back and resume, as Discord does before it restarts a server. */
    synchronized void sendAway() {
        send(frame(RECONNECT, DataObject.empty()));
    }

    @Override
    public void close() throws IOException {
        drop();
        server.close();
    }

    private void accept() {
        try {
            while (true) {
                var socket = new GatewaySocket(server.accept());
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (SocketException e) {
            handshakes.add("CLOSED");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(GatewaySocket socket) {
        try {
            socket.write(frame(HELLO, DataObject.empty().put("heartbeat_interval", 41_250)));
            for (var frame = socket.read(); frame != null; frame = socket.read()) {
                hear(socket, frame);
            }
            socket.drop();
        } catch (IOException e) {
            handshakes.add("BROKEN");
        }
    }

    private void hear(GatewaySocket socket, DataObject frame) throws IOException {
        switch (frame.getInt("op")) {
            case HEARTBEAT -> socket.write(frame(HEARTBEAT_ACK, DataObject.empty()));
            case IDENTIFY -> identified(socket);
            case RESUME -> resumed(socket, frame.getObject("d").getInt("seq"));
            case REQUEST_MEMBERS -> members(frame.getObject("d"));
            default -> {}
        }
    }

    private synchronized void identified(GatewaySocket socket) throws IOException {
        handshakes.add("IDENTIFY");
        if (refusal != 0) {
            socket.close(refusal);
            return;
        }
        current = socket;
        events.clear();
        emit("READY", Payloads.ready(url()));
        emit("GUILD_CREATE", Payloads.guild());
    }

    private synchronized void resumed(GatewaySocket socket, int seen) {
        handshakes.add("RESUME");
        current = socket;
        events.subList(seen, events.size()).forEach(this::send);
        emit("RESUMED", DataObject.empty());
    }

    private void members(DataObject asked) {
        var isAnn = Payloads.ANN_NAME.startsWith(asked.getString("query"));
        var member = DataObject.empty()
                .put("user", Payloads.user(Payloads.ANN, Payloads.ANN_NAME))
                .put("roles", DataArray.empty());
        emit(
                "GUILD_MEMBERS_CHUNK",
                DataObject.empty()
                        .put("guild_id", Payloads.GUILD)
                        .put("members", isAnn ? DataArray.empty().add(member) : DataArray.empty())
                        .put("chunk_index", 0)
                        .put("chunk_count", 1)
                        .put("nonce", asked.getString("nonce")));
    }

    private void send(DataObject frame) {
        try {
            if (current != null) {
                current.write(frame);
            }
        } catch (IOException e) {
            current = null;
        }
    }

    private static DataObject frame(int op, DataObject data) {
        return DataObject.empty().put("op", op).put("d", data);
    }
}
