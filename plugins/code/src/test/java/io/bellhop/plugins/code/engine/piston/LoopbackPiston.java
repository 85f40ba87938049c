package io.bellhop.plugins.code.engine.piston;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/**
 * A Piston server on the loopback. It is as strict as Piston itself, runs no program but says which it would have run,
 * and can be told to answer otherwise, to fail, to die and to come back.
 */
public final class LoopbackPiston implements AutoCloseable {
    private final String name;
    private final PistonContract contract;
    private final Queue<Said> nextJobs = new ConcurrentLinkedQueue<>();
    private final Queue<Said> nextLooks = new ConcurrentLinkedQueue<>();
    private final List<JsonNode> jobs = new CopyOnWriteArrayList<>();
    private final List<Map<String, String>> headers = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile BooleanSupplier diesOfJobs = () -> false;
    private ServerSocket listening;

    public LoopbackPiston(String name) {
        this.name = name;
        this.contract = new PistonContract(name);
        this.listening = listen(0);
    }

    public String name() {
        return name;
    }

    public String url() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    /** {@return what it has and what it allows} */
    public PistonContract contract() {
        return contract;
    }

    public LoopbackPiston has(String language, String version, String... aliases) {
        contract.has(language, version, aliases);
        return this;
    }

    /** Lets it say other things to the next jobs, one for each. */
    public void saysToJobs(Said... said) {
        nextJobs.addAll(List.of(said));
    }

    /** Lets it die of a job, before it answers, as long as something holds. */
    public void diesOfJobs(BooleanSupplier holds) {
        diesOfJobs = holds;
    }

    public void saysToLooks(Said... said) {
        nextLooks.addAll(List.of(said));
    }

    /** {@return the jobs that it was asked for, also those that it refused} */
    public List<JsonNode> jobs() {
        return List.copyOf(jobs);
    }

    /** {@return the headers of all requests} */
    public List<Map<String, String>> headers() {
        return List.copyOf(headers);
    }

    /** Ends it at once; all its connections are reset. */
    public synchronized void dies() {
        close(listening);
        open.forEach(LoopbackPiston::reset);
    }

    /** Starts it again, where it was. */
    public synchronized void comesBack() {
        listening = listen(listening.getLocalPort());
    }

    @Override
    public void close() {
        dies();
    }

    private ServerSocket listen(int port) {
        try {
            var made = new ServerSocket();
            made.setReuseAddress(true);
            made.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            Thread.ofPlatform().daemon().start(() -> accept(made));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket made) {
        while (!made.isClosed()) {
            try {
                admit(made.accept(), made);
            } catch (IOException e) {
                close(made);
            }
        }
    }

    /** Who comes while it dies has come too late. */
    private synchronized void admit(Socket socket, ServerSocket made) throws IOException {
        if (made.isClosed()) {
            Said.RESET.to(socket);
            return;
        }
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream());
            while (!socket.isClosed()) {
                var heard = Heard.read(in);
                headers.add(heard.headers());
                said(heard).to(socket);
            }
        } catch (IOException e) {
            open.remove(socket); // hung up
        }
    }

    private Said said(Heard heard) {
        var isJob = heard.method().equals("POST");
        if (isJob) {
            jobs.add(PistonContract.JSON.readTree(heard.body()));
            if (diesOfJobs.getAsBoolean()) {
                return Said.RESET.after(this::dies);
            }
        }
        var told = (isJob ? nextJobs : nextLooks).poll();
        return told == null ? contract.answer(heard) : told;
    }

    private static void reset(Socket socket) {
        try {
            Said.RESET.to(socket);
        } catch (IOException e) {
            assertThat(socket.isClosed()).as("closed by the client already").isTrue();
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
