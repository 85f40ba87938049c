package io.bellhop.plugins.code;

import io.bellhop.api.plugin.CheckUp;
import io.bellhop.plugins.code.engine.sandbox.host.SandboxEngine;
import io.bellhop.plugins.code.engine.sandbox.selftest.Layer;
import io.bellhop.plugins.code.language.VersionNotes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Lets the sandbox, as it is configured, attack itself for {@code doctor}. */
public final class SandboxCheckUp implements CheckUp {
    /** Makes a check-up. */
    public SandboxCheckUp() {}

    @Override
    public List<Seen> look(Section section) throws InterruptedException {
        var sandbox = ConfiguredEngines.sandbox(section.as(CodeConfig.class), VersionNotes.NONE, 0);
        try {
            return attacked(sandbox);
        } catch (IOException e) {
            throw new UncheckedIOException("A sandbox that was tried can't be removed", e);
        }
    }

    private static List<Seen> attacked(SandboxEngine sandbox) throws IOException, InterruptedException {
        try {
            return sandbox.selfTest().stream().map(SandboxCheckUp::seen).toList();
        } finally {
            sandbox.stop();
        }
    }

    private static Seen seen(Layer layer) {
        var good = layer.state() == Layer.State.HOLDS;
        var words = layer.name() + ": " + layer.seen();
        return new Seen(good, "sandbox", good ? words : words + "; " + layer.remedy());
    }
}
