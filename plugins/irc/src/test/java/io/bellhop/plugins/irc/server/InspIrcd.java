package io.bellhop.plugins.irc.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real IRC server from Debian's package {@code inspircd}, on loopback, in a folder of its own. Where it is not
 * installed the tests that want it are skipped, but not where the variable {@code CI} is set: there they fail.
 */
public final class InspIrcd implements AutoCloseable {
    /** An address at which it is over TLS, too, and for which its certificate is not. */
    public static final String UNCERTIFIED = "127.0.0.2";

    private static final List<Path> PROGRAMS = List.of(Path.of("/usr/sbin/inspircd"), Path.of("/usr/bin/inspircd"));
    private static final int PATIENCE_SECONDS = 60;

    private final Path folder;
    private final int port;
    private final int tlsPort;
    private final int servicesPort;
    private Process process;

    private InspIrcd(Path folder) throws IOException {
        this.folder = folder;
        this.port = FreePort.next();
        this.tlsPort = FreePort.next();
        this.servicesPort = FreePort.next();
    }

    /** Starts a server, or skips the test where there is none. */
    public static InspIrcd start() {
        var program = PROGRAMS.stream().filter(Files::isExecutable).findFirst();
        if (program.isEmpty() && System.getenv("CI") != null) {
            throw new AssertionError("The package inspircd is not installed, and in CI no test is left out.");
        }
        Assumptions.assumeTrue(program.isPresent(), "the package inspircd is not installed");
        try {
            var server = new InspIrcd(Files.createTempDirectory("bellhop-irc"));
            server.certify();
            Files.writeString(server.folder.resolve("inspircd.conf"), server.configuration());
            server.launch();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it again after {@link #kill}. */
    public void launch() throws IOException {
        var program = PROGRAMS.stream().filter(Files::isExecutable).findFirst().orElseThrow();
        var command = new ArrayList<>(
                List.of(program.toString(), "--config=" + folder.resolve("inspircd.conf"), "--nofork", "--nolog"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--runasroot");
        }
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        for (var each : List.of(port, tlsPort, servicesPort)) {
            awaitPort(each); // it listens on one after the other
        }
    }

    private void awaitPort(int awaited) throws IOException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), awaited)) {
                return;
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() > until) {
                    throw new IOException("inspircd does not start: " + Files.readString(folder.resolve("out")), e);
                }
                LockSupport.parkNanos(10_000_000);
            }
        }
    }

    public int port() {
        return port;
    }

    public int tlsPort() {
        return tlsPort;
    }

    public int servicesPort() {
        return servicesPort;
    }

    /** The certificate of its TLS port. */
    public Path certificate() {
        return folder.resolve("cert.pem");
    }

    /** Ends it without a farewell. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Stops it in its tracks: connections stay open, and nobody answers. */
    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.toList().reversed()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the JDK's keytool and nothing else: a key, and its certificate for this machine. */
    private void certify() throws IOException {
        var store = folder.resolve("store.p12").toString();
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        run(
                keytool,
                "-genkeypair",
                "-keystore",
                store,
                "-storepass",
                "secret",
                "-storetype",
                "PKCS12",
                "-alias",
                "irc",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-validity",
                "30");
        run(
                keytool,
                "-exportcert",
                "-rfc",
                "-keystore",
                store,
                "-storepass",
                "secret",
                "-alias",
                "irc",
                "-file",
                certificate().toString());
        Files.writeString(folder.resolve("key.pem"), Pem.keyIn(folder.resolve("store.p12"), "secret"));
    }

    private static void run(String... command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(said);
        }
    }

    private String configuration() {
        return """
                <config format="xml">
                <server name="irc.bellhop.test" description="test" network="Test" id="1BH">
                <admin name="b" nick="b" email="b@bellhop.test">
                <bind address="127.0.0.1" port="%d" type="clients">
                <bind address="%s" port="%d" type="clients" sslprofile="tls">
                <bind address="127.0.0.1" port="%d" type="clients" sslprofile="tls">
                <bind address="127.0.0.1" port="%d" type="servers">
                <power diepass="x" restartpass="x" hash="plaintext">
                <connect name="main" allow="*" maxchans="100" timeout="60" pingfreq="10m" hardsendq="67108864"
                  softsendq="67108864" recvq="67108864" threshold="1000000" commandrate="1000000000" fakelag="no"
                  localmax="10000" globalmax="10000" resolvehostnames="no" useident="no" limit="10000">
                <dns server="127.0.0.1" timeout="1">
                <performance netbuffersize="65534" somaxconn="128" softlimit="12800" clonesonconnect="no" quietbursts="yes">
                <security announceinvites="dynamic" hidesplits="no" maxtargets="20">
                <options prefixquit="" defaultmodes="no" syntaxhints="no">
                <limits maxnick="31" maxchan="64" maxmodes="20" maxident="11" maxhost="64" maxquit="255" maxtopic="307"
                  maxkick="255" maxreal="128" maxaway="200">
                <log method="file" type="*" level="default" target="inspircd.log">
                <whowas groupsize="0" maxgroups="0">
                <path configdir="%s" datadir="%s" logdir="%s" runtimedir="%s">
                <pid file="inspircd.pid">
                <module name="cap"><module name="ircv3"><module name="ircv3_accounttag"><module name="ircv3_chghost">
                <module name="ircv3_capnotify"><module name="services_account"><module name="sasl">
                <module name="spanningtree"><module name="ssl_gnutls">
                <module name="botmode"><module name="callerid"><module name="blockcolor"><module name="password_hash"><module name="chghost"><module name="sanick">
                <sslprofile name="tls" provider="gnutls" certfile="%s/cert.pem" keyfile="%s/key.pem">
                <sasl target="services.bellhop.test" requiressl="no">
                <link name="services.bellhop.test" ipaddr="127.0.0.1" port="1" allowmask="127.0.0.0/8" sendpass="link"
                  recvpass="link">
                <uline server="services.bellhop.test" silent="yes">
                <class name="all" commands="*" privs="*" usermodes="*" chanmodes="*" snomasks="*">
                <type name="NetAdmin" classes="all" modes="+s +cCqQ">
                <oper name="root" password="root" host="*@*" type="NetAdmin">
                """.formatted(
                port, UNCERTIFIED, tlsPort, tlsPort, servicesPort, folder, folder, folder, folder, folder, folder);
    }
}
