package io.bellhop.core.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A bot in a process of its own, spoken to through pipes. */
final class Bellhop implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path errors;
    private final Writer in;
    private final BufferedReader out;
    private final StringBuilder heard = new StringBuilder();

    private Bellhop(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.in = process.outputWriter(StandardCharsets.UTF_8);
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** How it ended. */
    record End(int code, String out, String errors) {}

    static Bellhop start(Path home, String... words) throws IOException {
        var errors = Files.createTempFile("bellhop", ".err");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var call = new ArrayList<>(List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Dguice_bytecode_gen_option=DISABLED",
                "-Dbellhop.dist=" + home.resolve("no-dist"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--home",
                home.toString()));
        call.addAll(List.of(words));
        var builder = new ProcessBuilder(call);
        builder.environment().keySet().removeIf(key -> key.startsWith("BELLHOP_") || key.startsWith("OTEL_"));
        return new Bellhop(builder.redirectError(errors.toFile()).start(), errors);
    }

    Bellhop say(String... lines) throws IOException {
        for (var line : lines) {
            in.write(line + "\n");
        }
        in.flush();
        return this;
    }

    /** Waits for a line. */
    void hears(String line) throws IOException {
        for (var next = out.readLine(); next != null; next = out.readLine()) {
            heard.append(next).append('\n');
            if (next.equals(line)) {
                return;
            }
        }
        throw new IllegalStateException("never heard " + line + " but " + heard);
    }

    /** Ends the input, and waits until it has said something about that in its log. */
    void endsInput(String said) throws IOException, InterruptedException {
        in.close();
        var last = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.readString(errors).contains(said)) {
            if (System.nanoTime() > last || !process.isAlive()) {
                throw new IllegalStateException("never logged " + said + " but " + Files.readString(errors));
            }
            Thread.sleep(20); // another process gives no signal
        }
    }

    /** Asks it to end, as the system does. */
    void terminate() {
        process.toHandle().destroy(); // the process itself would close the streams too
    }

    /** Ends the input, and waits for the bot's end. */
    End end() throws Exception {
        in.close();
        return ended();
    }

    /** Waits for the bot's end. */
    End ended() throws Exception {
        var rest = CompletableFuture.supplyAsync(this::rest);
        if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("did not end: " + Files.readString(errors));
        }
        return new End(process.exitValue(), heard + rest.get(), Files.readString(errors));
    }

    private String rest() {
        try {
            return out.readAllAsString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.delete(errors);
    }
}
