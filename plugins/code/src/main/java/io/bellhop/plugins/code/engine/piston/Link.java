package io.bellhop.plugins.code.engine.piston;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/** The way to one server. Safe for use from any thread. */
final class Link {
    private final HttpClient client;
    private final ServerConfig config;

    /**
     * Makes a link. Nothing is sent yet.
     *
     * @param client does the asking
     * @param config where the server is
     */
    Link(HttpClient client, ServerConfig config) {
        this.client = client;
        this.config = config;
    }

    /**
     * An answer of whatever kind.
     *
     * @param response the answer
     * @param took how long it took
     */
    record Reply(HttpResponse<byte[]> response, Duration took) {
        int status() {
            return response.statusCode();
        }

        byte[] body() {
            return response.body();
        }
    }

    /**
     * Asks what the server has.
     *
     * @param time the longest that the answer may take
     * @param size the most bytes of the answer
     */
    Reply runtimes(Duration time, int size) throws ServerFailure, BoundedBody.TooBig, InterruptedException {
        return send(request("runtimes").GET().build(), time, size);
    }

    /**
     * Has a job executed.
     *
     * @param json the job
     * @param time the longest that the answer may take
     * @param size the most bytes of the answer
     */
    Reply execute(byte[] json, Duration time, int size) throws ServerFailure, BoundedBody.TooBig, InterruptedException {
        var request = request("execute")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json))
                .build();
        return send(request, time, size);
    }

    private HttpRequest.Builder request(String part) {
        var request = HttpRequest.newBuilder(config.endpoint(part)).header("Accept", "application/json");
        config.key().ifPresent(key -> request.header("Authorization", key.reveal()));
        return request;
    }

    /** The client's own time-out ends with the headers; this one holds to the last byte. */
    private Reply send(HttpRequest request, Duration time, int size)
            throws ServerFailure, BoundedBody.TooBig, InterruptedException {
        var asked = System.nanoTime();
        var answer = client.sendAsync(request, head -> new BoundedBody(size));
        try {
            var response = answer.get(time.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(response, Duration.ofNanos(System.nanoTime() - asked));
        } catch (TimeoutException e) {
            throw ServerFailure.away("did not answer in time; see whether it is overloaded", true);
        } catch (ExecutionException e) {
            throw failure(Objects.requireNonNull(e.getCause()));
        } finally {
            answer.cancel(true); // which breaks the connection, unless all is done
        }
    }

    private static ServerFailure failure(Throwable cause) throws BoundedBody.TooBig {
        return switch (cause) {
            case BoundedBody.TooBig tooBig -> throw tooBig;
            case ConnectException _, HttpConnectTimeoutException _ ->
                ServerFailure.away("can't be reached; start it, or correct its url", false);
            case SSLHandshakeException _ ->
                ServerFailure.away("has no certificate that is trusted; correct it, or its url", false);
            case IOException _ -> ServerFailure.lost();
            default -> throw new IllegalStateException("A Piston server can't be asked", cause);
        };
    }
}
