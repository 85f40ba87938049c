package io.bellhop.core.discord.loopback;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/** One session of one shard: numbers its events, and repeats missed ones when it is resumed. */
public final class LoopbackShard {
    private static final int DISPATCH = 0;
    /** So many events are kept for a bot that comes back. */
    private static final int KEPT = 1_000;

    private final String session;
    private final ArrayDeque<DataObject> events = new ArrayDeque<>();
    private int number;
    private @Nullable GatewaySocket socket;
    private boolean isStalled;

    public LoopbackShard(String session, GatewaySocket socket) {
        this.session = session;
        this.socket = socket;
    }

    public String session() {
        return session;
    }

    /** Keeps an event, and sends it if there is a connection that takes it. */
    public synchronized void emit(String type, DataObject data) {
        emit(type, data, data);
    }

    /** Sends more of an event than it keeps. */
    public synchronized void emit(String type, DataObject kept, DataObject sent) {
        number++;
        events.addLast(frame(type, kept));
        if (events.size() > KEPT) {
            events.removeFirst();
        }
        if (!isStalled) {
            send(frame(type, sent));
        }
    }

    private DataObject frame(String type, DataObject data) {
        return LoopbackGateway.frame(DISPATCH, data).put("s", number).put("t", type);
    }

    /** Sends a frame that has no number. */
    public synchronized void send(DataObject frame) {
        try {
            if (socket != null) {
                socket.write(frame);
            }
        } catch (IOException e) {
            socket = null;
        }
    }

    public synchronized void sendGarbage(byte[] bytes) throws IOException {
        if (socket != null) {
            socket.writeGarbage(bytes);
        }
    }

    public synchronized void sendRaw(byte[] json) throws IOException {
        if (socket != null) {
            socket.writeRaw(json);
        }
    }

    /** Goes on with a new connection: what the bot has missed comes first. */
    public synchronized void resume(GatewaySocket other, int seen) {
        socket = other;
        isStalled = false;
        events.stream().filter(event -> event.getInt("s") > seen).forEach(this::send);
        emit("RESUMED", DataObject.empty());
    }

    /** From now on nothing happens in the bot's eyes, though its heartbeats are answered. */
    public synchronized void stall() {
        isStalled = true;
    }

    public synchronized void close(int code) throws IOException {
        if (socket != null) {
            socket.close(code);
            socket = null;
        }
    }

    public synchronized void drop() throws IOException {
        if (socket != null) {
            socket.drop();
            socket = null;
        }
    }

    static String guild(DataObject asked) {
        return asked.get("guild_id").toString().replaceAll("\\D", "");
    }

    /** Says which members a query found: Ann and the residents, or those who were asked for by their id. */
    public void members(DataObject asked, List<DataObject> residents) {
        var found = DataArray.empty();
        asked.optArray("user_ids")
                .ifPresent(ids -> ids.stream(DataArray::getString)
                        .forEach(id -> found.add(
                                Payloads.member(Payloads.user(id, id.equals(Payloads.ANN) ? "ann" : "someone")))));
        if (asked.hasKey("query") && Payloads.ANN_NAME.startsWith(asked.getString("query"))) {
            found.add(Payloads.member(Payloads.user(Payloads.ANN, Payloads.ANN_NAME)));
        }
        if (asked.hasKey("query")) {
            residents.stream()
                    .filter(user -> user.getString("username").startsWith(asked.getString("query")))
                    .map(Payloads::member)
                    .forEach(found::add);
        }
        emit(
                "GUILD_MEMBERS_CHUNK",
                DataObject.empty()
                        .put("guild_id", guild(asked))
                        .put("members", found)
                        .put("chunk_index", 0)
                        .put("chunk_count", 1)
                        .put("nonce", asked.getString("nonce")));
    }
}
