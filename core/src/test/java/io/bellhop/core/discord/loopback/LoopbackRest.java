package io.bellhop.core.discord.loopback;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/** Discord's REST interface for one bot: answers the routes that the connector uses, and remembers every request. */
public final class LoopbackRest implements AutoCloseable {
    public static final String TOKEN = "a.valid.token";
    public static final String FILE = "what stands in a file";

    private static final String PREFIX = "/api/v10/";
    private static final String MESSAGE = "channels/" + Payloads.LOBBY + "/messages/";

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Request> log = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private final List<Delay> delays = new CopyOnWriteArrayList<>();
    private volatile String token = TOKEN;
    private volatile int applicationFlags = 1 << 19;
    private volatile @Nullable Consumer<Request> observer;
    private volatile DataObject gatewayBot = DataObject.empty();
    private final LoopbackHistory history = new LoopbackHistory();
    private final LoopbackCommands commands = new LoopbackCommands();
    private volatile Function<Request, Optional<Answer>> route = request -> Optional.empty();
    private volatile BiConsumer<Request, Answer> watcher = (request, answer) -> {};

    /** What the bot asked. */
    public record Request(Instant time, String method, String path, Map<String, String> query, String body) {
        public DataObject json() {
            var start = body.startsWith("{") ? 0 : body.indexOf('{', body.indexOf("name=\"payload_json\""));
            var end = body.startsWith("{") ? body.length() : body.indexOf("\r\n--", start);
            return DataObject.fromJson(body.substring(start, end));
        }

        public boolean is(String wantedMethod, String wantedPath) {
            return method.equals(wantedMethod) && path.contains(wantedPath);
        }
    }

    /** What the server says. */
    public record Answer(int status, Map<String, String> headers, String body) {
        public static Answer json(Object json) {
            return new Answer(200, Map.of(), json.toString());
        }

        public static Answer nothing() {
            return new Answer(204, Map.of(), "");
        }

        public static Answer error(int status, int code, String message) {
            var body = DataObject.empty().put("code", code).put("message", message);
            return new Answer(status, Map.of(), body.toString());
        }
    }

    private record Fault(String method, String path, Answer answer, boolean stays) {}

    private record Delay(String method, String path, CompletableFuture<?> until) {}

    public LoopbackRest() throws IOException {
        server.setExecutor(executor);
        history.add(said("first"));
        history.add(said("second"));
        server.createContext(PREFIX, this::serve);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + PREFIX;
    }

    /** Says this to a bot that is about to connect. */
    public void offers(DataObject gateway) {
        gatewayBot = gateway;
    }

    /** From now on the bot has this token, and is refused with any other. */
    public void changeToken(String other) {
        token = other;
    }

    /** Lets the bot have the content of messages no more. */
    public void withholdContent() {
        applicationFlags = 0;
    }

    /** Answers the next request of a kind differently, once. */
    public void answerOnce(String method, String path, Answer answer) {
        faults.add(new Fault(method, path, answer, false));
    }

    /** Answers all requests of a kind differently from now on. */
    public void answerAlways(String method, String path, Answer answer) {
        faults.add(new Fault(method, path, answer, true));
    }

    /** Answers the requests of a kind only then, be that a signal or a time that has passed. */
    public void answerLater(String method, String path, CompletableFuture<?> until) {
        delays.add(new Delay(method, path, until));
    }

    /** What is registered as native commands. */
    public LoopbackCommands commands() {
        return commands;
    }

    /** Lets somebody else answer what they understand. */
    public void route(Function<Request, Optional<Answer>> other) {
        route = other;
    }

    /** Tells somebody of every request and what it is answered with, before it is. */
    public void watch(BiConsumer<Request, Answer> other) {
        watcher = other;
    }

    /** Tells of each request instead of keeping it. */
    public void tell(Consumer<Request> listener) {
        observer = listener;
    }

    /** Every request so far. */
    public List<Request> log() {
        return log;
    }

    /** The requests that nobody has taken yet. */
    public BlockingQueue<Request> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
        executor.close();
    }

    private void serve(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().substring(PREFIX.length());
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var request =
                new Request(Instant.now(), exchange.getRequestMethod(), path, query(exchange.getRequestURI()), body);
        var isAllowed = path.startsWith("files/")
                || ("Bot " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        var fault = isAllowed ? fault(request) : Optional.of(Answer.error(401, 0, "401: Unauthorized"));
        if (observer == null) {
            log.add(request); // whoever sees it there may rely on what was to be answered once
            requests.add(request);
        } else {
            observer.accept(request);
        }
        var answer = fault.orElseGet(() -> answer(request));
        delays.stream()
                .filter(known -> request.is(known.method(), known.path()))
                .forEach(known -> known.until().join());
        watcher.accept(request, answer);
        send(exchange, answer);
    }

    private static Map<String, String> query(URI uri) {
        return Stream.ofNullable(uri.getQuery())
                .flatMap(query -> Stream.of(query.split("&")))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[pair.length - 1], (one, other) -> one));
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Optional<Answer> fault(Request request) {
        synchronized (faults) { // else two requests could take the same
            var fault = faults.stream()
                    .filter(known -> request.is(known.method(), known.path()))
                    .findFirst();
            fault.filter(known -> !known.stays()).ifPresent(faults::remove);
            return fault.map(Fault::answer);
        }
    }

    private Answer answer(Request request) {
        if (request.path().startsWith("applications/") && request.path().contains("/commands")) {
            return commands.answer(request);
        }
        var routed = route.apply(request);
        if (routed.isPresent()) {
            return routed.get();
        }
        return switch (request.method()) {
            case "GET" -> got(request);
            case "POST" -> posted(request);
            case "PATCH" -> Answer.json(message(request, request.path().split("/", -1)[3]));
            default -> Answer.nothing();
        };
    }

    private Answer got(Request request) {
        var path = request.path();
        return switch (path) {
            case "gateway/bot" -> Answer.json(gatewayBot);
            case "applications/@me" ->
                Answer.json(DataObject.empty().put("id", Payloads.BOT).put("flags", applicationFlags));
            case "users/@me/guilds" -> Answer.json(DataArray.empty().add(Payloads.membership()));
            case "users/@me" -> Answer.json(Payloads.bot());
            case "users/" + Payloads.ANN -> Answer.json(Payloads.user(Payloads.ANN, Payloads.ANN_NAME));
            case "guilds/" + Payloads.GUILD + "/members/" + Payloads.ANN ->
                Answer.json(Payloads.member(Payloads.user(Payloads.ANN, Payloads.ANN_NAME)));
            case "channels/" + Payloads.LOBBY + "/messages", "channels/" + Payloads.DIRECT + "/messages" ->
                Answer.json(history.page(path.split("/", -1)[1], request.query()));
            case "channels/" + Payloads.ASLEEP -> Answer.json(Payloads.thread(Payloads.ASLEEP, "asleep"));
            case "channels/" + Payloads.DIRECT -> Answer.json(Payloads.direct());
            case "files/a.txt", "files/a.js" -> new Answer(200, Map.of(), FILE);
            default -> path.startsWith(MESSAGE) ? message(path.substring(MESSAGE.length())) : unknown(path);
        };
    }

    private Answer message(String id) {
        return history.find(id).map(Answer::json).orElseGet(() -> Answer.error(404, 10_008, "Unknown Message"));
    }

    private static Answer unknown(String path) {
        return Answer.error(404, path.startsWith("users/") ? 10_013 : 10_003, "Unknown");
    }

    private static DataObject said(String content) {
        return Payloads.message(
                Payloads.snowflake(), Payloads.LOBBY, Payloads.user(Payloads.ANN, Payloads.ANN_NAME), content);
    }

    private Answer posted(Request request) {
        if (request.path().equals("users/@me/channels")) {
            return Answer.json(upToDate(Payloads.direct(request.json().getString("recipient_id"))));
        }
        if (request.path().endsWith("/threads")) {
            return Answer.json(thread(request));
        }
        if (!request.path().endsWith("/messages")) {
            return Answer.nothing();
        }
        var nonce = request.json().getString("nonce", null);
        return Answer.json(history.add(nonce, () -> message(request, Payloads.snowflake())));
    }

    /** Keeps what somebody said, for whoever looks back. */
    void keep(DataObject message) {
        history.add(message);
    }

    /** Adds to a channel what was said there last. */
    DataObject upToDate(DataObject channel) {
        history.latest(channel.getString("id")).ifPresent(latest -> channel.put("last_message_id", latest));
        return channel;
    }

    /** Knows no message any more by its nonce, as Discord does some minutes later. */
    public void forgetNonces() {
        history.forgetNonces();
    }

    /** A thread about a message has the message's id; a forum's begins with a message. */
    private static DataObject thread(Request request) {
        var asked = request.json();
        var parts = request.path().split("/", -1);
        var id = parts.length > 3 ? parts[3] : Payloads.snowflake();
        var thread = Payloads.thread(id, asked.getString("name")).put("parent_id", parts[1]);
        return asked.hasKey("message")
                ? thread.put(
                        "message",
                        Payloads.message(
                                id,
                                id,
                                Payloads.bot(),
                                asked.getObject("message").getString("content", "")))
                : thread;
    }

    private static DataObject message(Request request, String id) {
        var channel = request.path().split("/", -1)[1];
        var asked = request.json();
        var message = Payloads.message(id, channel, Payloads.bot(), asked.getString("content", ""));
        asked.optObject("message_reference")
                .ifPresent(reference -> message.put("type", 19).put("message_reference", reference));
        return message;
    }
}
