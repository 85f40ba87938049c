package io.bellhop.core.discord.loopback;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.Deflater;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/** The server's end of one WebSocket (RFC 6455): text frames in, frames of one zlib stream out. */
final class GatewaySocket {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int FINAL = 0x80;
    private static final int BINARY = 0x2;
    private static final int CLOSE = 0x8;

    private final Socket socket;
    private final DataInputStream in;
    private final Deflater deflater = new Deflater();

    GatewaySocket(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.in = new DataInputStream(socket.getInputStream());
        shakeHands();
    }

    /** Returns the next text frame, or null at the end of the stream. */
    @Nullable
    DataObject read() throws IOException {
        try {
            var opcode = in.read() & 0xf;
            var length = in.read();
            return length < 0 || opcode == CLOSE ? null : DataObject.fromJson(payload(length & 0x7f));
        } catch (SocketException e) {
            return null;
        }
    }

    synchronized void write(DataObject frame) throws IOException {
        write(BINARY, deflated(frame.toJson()));
    }

    /** Writes what may be no frame at all. */
    synchronized void writeRaw(byte[] json) throws IOException {
        write(BINARY, deflated(json));
    }

    /** Writes what no stream of the bot's can unpack. */
    synchronized void writeGarbage(byte[] bytes) throws IOException {
        write(BINARY, bytes);
    }

    synchronized void close(int code) throws IOException {
        write(CLOSE, ByteBuffer.allocate(2).putShort((short) code).array());
    }

    /** Ends the connection without a word, as a broken network does. */
    void drop() throws IOException {
        socket.close();
    }

    private byte[] payload(int shortLength) throws IOException {
        var length = shortLength == 126 ? in.readUnsignedShort() : shortLength;
        var mask = in.readNBytes(4);
        var payload = in.readNBytes(length);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return payload;
    }

    private byte[] deflated(byte[] bytes) {
        deflater.setInput(bytes);
        var out = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        int count;
        while ((count = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH)) > 0) {
            out.write(buffer, 0, count);
        }
        return out.toByteArray();
    }

    private void write(int opcode, byte[] payload) throws IOException {
        var frame = ByteBuffer.allocate(payload.length + 10).put((byte) (FINAL | opcode));
        if (payload.length < 126) {
            frame.put((byte) payload.length);
        } else if (payload.length <= 0xffff) {
            frame.put((byte) 126).putShort((short) payload.length);
        } else {
            frame.put((byte) 127).putLong(payload.length);
        }
        frame.put(payload).flip();
        socket.getOutputStream().write(frame.array(), 0, frame.limit());
    }

    private void shakeHands() throws IOException {
        var key = "";
        for (var line = line(); !line.isEmpty(); line = line()) {
            key = line.startsWith("Sec-WebSocket-Key:") ? line.substring(18).strip() : key;
        }
        var answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n";
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    private static String accept(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
