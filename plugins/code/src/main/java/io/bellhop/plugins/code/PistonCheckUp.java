package io.bellhop.plugins.code;

import io.bellhop.api.plugin.CheckUp;
import io.bellhop.plugins.code.engine.Words;
import io.bellhop.plugins.code.engine.piston.ServerLook;
import java.util.List;
import java.util.stream.Stream;

/** Tells {@code doctor} which of the configured Piston servers answer, how fast, and how much they have. */
public final class PistonCheckUp implements CheckUp {
    private static final String SUBJECT = "piston";

    /** Makes a check-up. */
    public PistonCheckUp() {}

    @Override
    public List<Seen> look(Section section) throws InterruptedException {
        return ServerLook.atAll(section.as(CodeConfig.class).piston()).stream()
                .flatMap(PistonCheckUp::seen)
                .toList();
    }

    private static Stream<Seen> seen(ServerLook server) {
        var words = server.trouble()
                .map(trouble -> server.name() + " " + trouble)
                .orElseGet(() -> server.name() + " answers in " + Words.of(server.took()) + " and has "
                        + languages(server.languages()));
        var first = new Seen(server.trouble().isEmpty(), SUBJECT, words);
        return server.showsKey()
                ? Stream.of(
                        first,
                        new Seen(
                                false,
                                SUBJECT,
                                server.name() + " gets a key that can be read on its way; give it an https url"))
                : Stream.of(first);
    }

    private static String languages(int count) {
        return count == 1 ? "1 language" : count + " languages";
    }
}
