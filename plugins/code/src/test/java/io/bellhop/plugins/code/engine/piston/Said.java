package io.bellhop.plugins.code.engine.piston;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.stream.Stream;

/** What a server does with a request that it has read: it answers, or fails in some way. */
@FunctionalInterface
interface Said {
    /** Reads nothing more, and is reset: the server has died. */
    Said RESET = socket -> {
        socket.setSoLinger(true, 0);
        socket.close();
    };

    /** Nothing at all, until the client gives up. */
    Said NOTHING = socket -> {
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        socket.close();
    };

    /** Half an answer, and then the server is dead. */
    Said HALF = socket -> {
        write(socket, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{\"language\":");
        socket.getOutputStream().flush();
        RESET.to(socket);
    };

    /** Fifty megabytes of output. */
    Said HUGE = socket -> {
        var size = 50 << 20;
        write(socket, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + size + "\r\n\r\n");
        var out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
        out.write("{\"run\":{\"stdout\":\"".getBytes(UTF_8));
        for (var written = 0; written < size; written++) {
            out.write('x');
        }
        out.flush();
    };

    /**
     * Says it.
     *
     * @param socket to the client
     * @throws IOException if the connection breaks, as the client may like
     */
    void to(Socket socket) throws IOException;

    static Said ok(String json) {
        return status(200, json);
    }

    static Said status(int status, String body, String... headers) {
        return socket -> write(
                socket,
                "HTTP/1.1 " + status + " Said\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.getBytes(UTF_8).length + "\r\n"
                        + String.join(
                                "",
                                Stream.of(headers)
                                        .map(header -> header + "\r\n")
                                        .toList())
                        + "\r\n" + body);
    }

    /** The same as a chunk for each byte. */
    static Said dribbled(String json) {
        return socket -> {
            write(socket, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (var one : json.getBytes(UTF_8)) {
                socket.getOutputStream().write(new byte[] {'1', '\r', '\n', one, '\r', '\n'});
            }
            write(socket, "0\r\n\r\n");
        };
    }

    /** The same after something else has happened. */
    default Said after(Runnable first) {
        return socket -> {
            first.run();
            to(socket);
        };
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }
}
