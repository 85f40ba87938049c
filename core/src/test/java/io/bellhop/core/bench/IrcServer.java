package io.bellhop.core.bench;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** InspIRCd on loopback, with all its limits off. */
record IrcServer(Process process, int port, Folder folder) implements Closeable {
    private static final int TRIES = 500;
    private static final long POLL_MILLIS = 20;

    /** What is done while it runs. */
    @FunctionalInterface
    interface Visit {
        void to(IrcServer irc) throws Exception;
    }

    /** Starts it, if it is installed. */
    static Optional<IrcServer> start() throws IOException, InterruptedException {
        var program = Path.of("/usr/sbin/inspircd");
        if (!Files.isExecutable(program)) {
            return Optional.empty();
        }
        var folder = Folder.temporary();
        int port = freePort();
        var path = folder.path();
        var file = Files.writeString(path.resolve("inspircd.conf"), configuration(port, path));
        var command = new ArrayList<>(List.of(program.toString(), "--config=" + file, "--nofork", "--nolog"));
        if (System.getProperty("user.name").equals("root")) {
            command.add("--runasroot");
        }
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        await(port);
        return Optional.of(new IrcServer(process, port, folder));
    }

    /** Starts it for a benchmark, and ends it after that; where it is not installed, that is noted. */
    static void during(Results results, Visit visit) throws Exception {
        var server = start();
        if (server.isEmpty()) {
            noteMissing(results);
            return;
        }
        try (var irc = server.get()) {
            visit.to(irc);
        }
    }

    static void noteMissing(Results results) {
        results.note("the package inspircd is not installed", 0, "");
    }

    /** The configuration of a bot that comes to a channel here. */
    String configuration(String channel) {
        return """
            plugins:
              irc:
                networks:
                  bench:
                    host: 127.0.0.1
                    port: %d
                    tls: false
                    nick: bell
                    channels: ["%s"]
                    flood: {burst: 0}
                    reconnect: 10ms
            """.formatted(port, channel);
    }

    private static void await(int port) throws IOException, InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException _) {
                Thread.sleep(POLL_MILLIS);
            }
        }
        throw new IOException("inspircd does not start");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        process.onExit().join();
        folder.close();
    }

    private static String configuration(int port, Path path) {
        return """
            <config format="xml">
            <server name="irc.bench.test" description="bench" network="Bench" id="1BN">
            <admin name="b" nick="b" email="b@bench.test">
            <bind address="127.0.0.1" port="%d" type="clients">
            <power diepass="x" restartpass="x" hash="plaintext">
            <connect name="main" allow="*" maxchans="100" timeout="60" pingfreq="10m" hardsendq="4294967295"
              softsendq="4294967295" recvq="1073741824" threshold="1000000" commandrate="1000000000" fakelag="no"
              localmax="10000" globalmax="10000" resolvehostnames="no" useident="no" limit="10000">
            <dns server="127.0.0.1" timeout="1">
            <performance netbuffersize="65534" somaxconn="128" softlimit="12800" clonesonconnect="no" quietbursts="yes">
            <options prefixquit="" defaultmodes="n" syntaxhints="no">
            <log method="file" type="* -USERINPUT -USEROUTPUT" level="default" target="inspircd.log">
            <whowas groupsize="0" maxgroups="0">
            <path configdir="%s" datadir="%s" logdir="%s" runtimedir="%s">
            <pid file="inspircd.pid">
            """.formatted(port, path, path, path, path);
    }
}
