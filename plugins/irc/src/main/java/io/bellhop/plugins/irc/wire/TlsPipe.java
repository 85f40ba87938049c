package io.bellhop.plugins.irc.wire;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.security.cert.CertPathBuilderException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import jdk.net.ExtendedSocketOptions;

/** A TLS connection to a host whose certificate bears its name. All its writes may wait. */
final class TlsPipe implements Pipe {
    private final Socket plain;
    private final SSLSocket socket;

    private TlsPipe(Socket plain, SSLSocket socket) {
        this.plain = plain;
        this.socket = socket;
    }

    /** Shakes hands over a connected socket. */
    static TlsPipe of(Socket plain, String host, SSLContext context, int millis) throws IOException {
        var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, host, plain.getPort(), true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(millis);
        try {
            socket.startHandshake();
        } catch (SSLException e) {
            throw new IOException(words(e), e);
        }
        return new TlsPipe(plain, socket);
    }

    private static String words(SSLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertPathBuilderException) {
                return "nobody who is trusted vouches for the server's certificate; if it is the right one,"
                        + " name a PEM file that has it as trust";
            }
        }
        return "TLS failed: " + failure.getMessage();
    }

    @Override
    public int read(ByteBuffer into, long millis) throws IOException {
        socket.setSoTimeout((int) millis);
        try {
            int count =
                    socket.getInputStream().read(into.array(), into.arrayOffset() + into.position(), into.remaining());
            into.position(into.position() + Math.max(0, count));
            return count;
        } catch (SocketTimeoutException _) {
            return 0;
        }
    }

    @Override
    public void tryWrite(ByteBuffer from) {
        // whether it would wait is not known, so it is left to the thread that may
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
        socket.getOutputStream().write(from.array(), from.arrayOffset() + from.position(), from.remaining());
        from.position(from.limit());
    }

    @Override
    public void acknowledge() throws IOException {
        if (plain.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
            plain.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        }
    }

    /**
     * To say farewell by TLS would wait for a writer that waits for the other side: what lies below is closed first.
     */
    @Override
    public void close() throws IOException {
        try (socket) {
            plain.close();
        }
    }
}
