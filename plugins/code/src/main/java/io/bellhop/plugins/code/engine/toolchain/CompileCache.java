package io.bellhop.plugins.code.engine.toolchain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bellhop.plugins.code.engine.Output;
import io.bellhop.plugins.code.engine.sandbox.SandboxFile;
import io.bellhop.plugins.code.engine.sandbox.Step;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What compiling made, so that the same program with the same compiler need not be compiled again. Bounded by its size;
 * what was not used for longest goes first. Safe for use from any thread.
 */
final class CompileCache {
    private final long most;
    private final SequencedMap<String, Compiled> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long size;

    /**
     * What compiling left.
     *
     * @param files all files of the folder
     * @param output what the compiler said
     */
    record Compiled(List<SandboxFile> files, Output output) {
        private long size() {
            return output.merged().length()
                    + files.stream().mapToLong(file -> file.content().length).sum();
        }
    }

    /**
     * Makes a cache.
     *
     * @param most the most bytes that it keeps
     */
    CompileCache(long most) {
        this.most = most;
    }

    /**
     * Names what a step makes: by all that goes into it, and by the version of what does it.
     *
     * @param version the compiler's version
     * @param step the step
     * @return a hash
     */
    static String key(String version, Step step) {
        var hash = sha256();
        add(hash, version.getBytes(UTF_8));
        step.command().forEach(word -> add(hash, word.getBytes(UTF_8)));
        add(hash, step.environment().toString().getBytes(UTF_8));
        for (var file : step.files()) {
            add(hash, file.name().getBytes(UTF_8));
            add(hash, file.content());
        }
        return HexFormat.of().formatHex(hash.digest());
    }

    /** Returns what was kept, if it still is. */
    synchronized Optional<Compiled> find(String key) {
        return Optional.ofNullable(kept.get(key));
    }

    /** Keeps something, unless it would take a quarter of all room. */
    synchronized void keep(String key, Compiled compiled) {
        if (compiled.size() > most / 4 || kept.containsKey(key)) {
            return;
        }
        kept.put(key, compiled);
        size += compiled.size();
        while (size > most) {
            size -= Optional.ofNullable(kept.pollFirstEntry())
                    .map(Map.Entry::getValue)
                    .orElseThrow()
                    .size();
        }
    }

    /** With its length before it, so that two parts are never taken for two others. */
    private static void add(MessageDigest hash, byte[] part) {
        hash.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
        hash.update(part);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
