package io.bellhop.core.discord.loopback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/** Discord's gateway for one bot: lets its shards in, or does not, and plays the tricks that a network plays. */
public final class LoopbackGateway implements AutoCloseable {
    private static final int HEARTBEAT = 1;
    private static final int IDENTIFY = 2;
    private static final int RESUME = 6;
    private static final int RECONNECT = 7;
    private static final int REQUEST_MEMBERS = 8;
    private static final int INVALID_SESSION = 9;
    private static final int HELLO = 10;
    private static final int HEARTBEAT_ACK = 11;
    private static final int DISALLOWED_INTENTS = 4014;

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ConcurrentSkipListMap<Integer, LoopbackShard> shards = new ConcurrentSkipListMap<>();
    private final BlockingQueue<String> handshakes = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> questions = new LinkedBlockingQueue<>();
    private final List<DataObject> guilds = new ArrayList<>(List.of(Payloads.guild()));
    private final Map<String, List<DataObject>> residents = new ConcurrentHashMap<>();
    private final AtomicInteger sessions = new AtomicInteger();
    private final Consumer<DataObject> upToDate;
    private volatile UnaryOperator<DataObject> crowd = UnaryOperator.identity();
    private final AtomicInteger broken = new AtomicInteger();
    private volatile DataObject identity = DataObject.empty();
    private volatile int refusal;
    private volatile boolean refusesContent;
    private volatile boolean answersHeartbeats = true;
    private volatile int heartbeatMillis = 41_250;
    private volatile int total = 1;
    private volatile String resumeAt = url();

    /** Opens a gateway that adds to a channel, when it tells of it, what was said there last. */
    public LoopbackGateway(Consumer<DataObject> upToDate) throws IOException {
        this.upToDate = upToDate;
        Thread.ofVirtual().name("loopback-gateway").start(this::accept);
    }

    public String url() {
        return "ws://127.0.0.1:" + server.getLocalPort();
    }

    /** Sends the bot somewhere else to resume. */
    public void resumeAt(String other) {
        resumeAt = other;
    }

    /** Refuses the next log-ins with a close code; 0 lets them in again. */
    public void refuse(int code) {
        refusal = code;
    }

    /** Refuses whoever asks for the content of messages, as Discord does without its leave. */
    public void refuseContent() {
        refusesContent = true;
    }

    /** Wants a sign of life every so often from the next connections. */
    public void heartbeatEvery(int millis) {
        heartbeatMillis = millis;
    }

    /** Answers signs of life, or falls silent. */
    public void answerHeartbeats(boolean answers) {
        answersHeartbeats = answers;
    }

    /** The bot is in another server too. */
    public void add(DataObject guild) {
        guilds.add(guild);
    }

    /** Someone is a member of a server, beside Ann, who is one of all. */
    public void join(String guild, DataObject user) {
        residents.computeIfAbsent(guild, none -> new CopyOnWriteArrayList<>()).add(user);
    }

    /** Sends more of each server than it keeps of it. */
    public void crowd(UnaryOperator<DataObject> more) {
        crowd = more;
    }

    /** {@code IDENTIFY} and {@code RESUME}, once they are answered. */
    public BlockingQueue<String> handshakes() {
        return handshakes;
    }

    /** What the shard that logged in last has told of itself. */
    public DataObject identity() {
        return identity;
    }

    /** Requests for members, as they come. */
    public BlockingQueue<String> questions() {
        return questions;
    }

    /** A shard that is there. */
    public LoopbackShard shard(int number) {
        var found = shards.get(number);
        if (found == null) {
            throw new AssertionError("no shard " + number + " among " + shards.keySet());
        }
        return found;
    }

    /** Something happens: the shard of its server hears of it, or the first if it is in none. */
    public void emit(String type, DataObject data) {
        shard(data.hasKey("guild_id") ? of(data.getString("guild_id")) : 0).emit(type, data);
    }

    public void drop() throws IOException {
        for (var shard : shards.values()) {
            shard.drop();
        }
    }

    /** Closes the connections for a reason, also that of a shard which is just logging in. */
    public void close(int code) throws IOException {
        while (shards.isEmpty()) {
            Thread.onSpinWait();
        }
        for (var shard : shards.values()) {
            shard.close(code);
        }
    }

    /** Asks the bot to come back and resume, as Discord does before it restarts a server. */
    public void sendAway() {
        shards.values().forEach(shard -> shard.send(frame(RECONNECT, DataObject.empty())));
    }

    /** Says that the sessions are not valid any more, or may yet be resumed. */
    public void invalidate(boolean resumable) {
        shards.values()
                .forEach(shard ->
                        shard.send(DataObject.empty().put("op", INVALID_SESSION).put("d", resumable)));
    }

    @Override
    public void close() throws IOException {
        drop();
        server.close();
    }

    public static DataObject frame(int op, DataObject data) {
        return DataObject.empty().put("op", op).put("d", data);
    }

    private int of(String guild) {
        return (int) ((Long.parseLong(guild) >> 22) % total);
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (SocketException e) {
            handshakes.add("CLOSED");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Socket connection) {
        try {
            var socket = new GatewaySocket(connection);
            socket.write(frame(HELLO, DataObject.empty().put("heartbeat_interval", heartbeatMillis)));
            @Nullable LoopbackShard shard = null;
            for (var frame = socket.read(); frame != null; frame = socket.read()) {
                shard = hear(socket, shard, frame);
            }
            socket.drop();
        } catch (IOException e) {
            broken.incrementAndGet(); // the bot went away in the middle, and comes back
        }
    }

    private @Nullable LoopbackShard hear(GatewaySocket socket, @Nullable LoopbackShard shard, DataObject frame)
            throws IOException {
        return switch (frame.getInt("op")) {
            case IDENTIFY -> identified(socket, frame.getObject("d"));
            case RESUME -> resumed(socket, frame.getObject("d"));
            case HEARTBEAT -> {
                if (answersHeartbeats) {
                    socket.write(frame(HEARTBEAT_ACK, DataObject.empty()));
                }
                yield shard;
            }
            case REQUEST_MEMBERS -> {
                questions.add(frame.getObject("d").toString());
                if (shard != null) {
                    var asked = frame.getObject("d");
                    shard.members(asked, residents.getOrDefault(LoopbackShard.guild(asked), List.of()));
                }
                yield shard;
            }
            default -> shard;
        };
    }

    private @Nullable LoopbackShard identified(GatewaySocket socket, DataObject data) throws IOException {
        var code = refusesContent && asksForContent(data) ? DISALLOWED_INTENTS : refusal;
        if (code != 0) {
            handshakes.add("IDENTIFY");
            socket.close(code);
            return null;
        }
        identity = data;
        var place = data.getArray("shard");
        total = place.getInt(1);
        var shard = new LoopbackShard("session-" + sessions.incrementAndGet(), socket);
        shards.put(place.getInt(0), shard);
        var here = guilds.stream()
                .filter(guild -> of(guild.getString("id")) == place.getInt(0))
                .toList();
        shard.emit("READY", Payloads.ready(resumeAt, shard.session(), here).put("shard", place));
        here.stream()
                .flatMap(guild -> guild.getArray("channels").stream(DataArray::getObject))
                .forEach(upToDate);
        here.forEach(guild -> shard.emit("GUILD_CREATE", guild, crowd.apply(guild)));
        handshakes.add("IDENTIFY");
        return shard;
    }

    private @Nullable LoopbackShard resumed(GatewaySocket socket, DataObject data) throws IOException {
        var shard = shards.values().stream()
                .filter(known -> known.session().equals(data.getString("session_id")))
                .findFirst();
        if (refusal != 0) {
            handshakes.add("RESUME");
            socket.close(refusal);
            return null;
        }
        if (shard.isEmpty()) {
            handshakes.add("RESUME");
            socket.write(DataObject.empty().put("op", INVALID_SESSION).put("d", false));
            return null;
        }
        shard.get().resume(socket, data.getInt("seq"));
        handshakes.add("RESUME");
        return shard.get();
    }

    private static boolean asksForContent(DataObject identify) {
        return (identify.getInt("intents") & GatewayIntent.MESSAGE_CONTENT.getRawValue()) != 0;
    }
}
