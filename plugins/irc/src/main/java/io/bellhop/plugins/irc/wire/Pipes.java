package io.bellhop.plugins.irc.wire;

import io.bellhop.plugins.irc.config.NetworkConfig;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Opens connections. */
public final class Pipes {
    private static final int CONNECT_MILLIS = 15_000;

    private Pipes() {}

    /**
     * Connects as it is configured.
     *
     * @param network where, and whether with TLS
     * @param begun hears of what to close so that this ends early
     * @return the connection
     * @throws IOException if the server can't be reached, or is not trusted
     */
    public static Pipe to(NetworkConfig network, Consumer<? super Closeable> begun) throws IOException {
        return network.tls()
                ? tls(network.host(), network.port(), network.trust(), begun)
                : plain(network.host(), network.port(), begun);
    }

    /**
     * Connects without TLS.
     *
     * @param host a server's name or address
     * @param port its port
     * @param begun hears of what to close so that this ends early
     * @return the connection
     * @throws IOException if the server can't be reached
     */
    public static Pipe plain(String host, int port, Consumer<? super Closeable> begun) throws IOException {
        return PlainPipe.of(connect(host, port, begun));
    }

    /**
     * Connects with TLS.
     *
     * @param host a server's name or address, for which its certificate must be
     * @param port its port
     * @param trust a PEM file with the certificates to trust, or empty for those that Java trusts
     * @param begun hears of what to close so that this ends early
     * @return the connection
     * @throws IOException if the server can't be reached, or is not trusted
     */
    public static Pipe tls(String host, int port, Optional<String> trust, Consumer<? super Closeable> begun)
            throws IOException {
        var context = context(trust);
        var channel = connect(host, port, begun);
        try {
            return TlsPipe.of(channel.socket(), host, context, CONNECT_MILLIS);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static SocketChannel connect(String host, int port, Consumer<? super Closeable> begun) throws IOException {
        var address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new UnknownHostException("there is no host " + host);
        }
        return PlainPipe.connect(address, CONNECT_MILLIS, begun);
    }

    private static SSLContext context(Optional<String> trust) throws IOException {
        try {
            if (trust.isEmpty()) {
                return SSLContext.getDefault();
            }
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted(Path.of(trust.get())));
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS can't be set up: " + e.getMessage(), e);
        }
    }

    private static KeyStore trusted(Path file) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(file)) {
            int count = 0;
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("trusted-" + count++, certificate);
            }
            return store;
        }
    }
}
