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
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/** Discord's REST interface for one bot: answers the routes that the connector uses, and remembers every request. */
public final class LoopbackRest implements AutoCloseable {
    public static final String TOKEN = "a.valid.token";
    public static final String FILE = "what stands in a file";

    private static final String PREFIX = "/api/v10/";

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Request> log = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private final List<Delay> delays = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private volatile String token = TOKEN;
    private volatile @Nullable Consumer<Request> observer;
    private final LoopbackAnswers usual = new LoopbackAnswers();
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
        server.createContext(PREFIX, this::serve);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + PREFIX;
    }

    /** Says this to a bot that is about to connect. */
    public void offers(DataObject gateway) {
        usual.offers(gateway);
    }

    /** From now on the bot has this token, and is refused with any other. */
    public void changeToken(String other) {
        token = other;
    }

    /** Lets the bot have the content of messages no more. */
    public void withholdContent() {
        usual.withholdContent();
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
        closed.complete(null);
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
                .forEach(known -> CompletableFuture.anyOf(known.until(), closed).join());
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
        return route.apply(request).orElseGet(() -> usual.answer(request));
    }

    /** Keeps what somebody said, for whoever looks back. */
    void keep(DataObject message) {
        usual.history().add(message);
    }

    /** Adds to a channel what was said there last. */
    DataObject upToDate(DataObject channel) {
        return usual.history().upToDate(channel);
    }

    /** Knows no message any more by its nonce, as Discord does some minutes later. */
    public void forgetNonces() {
        usual.history().forgetNonces();
    }
}
