package io.bellhop.core.app;

import io.bellhop.api.chat.UserId;
import io.bellhop.core.audit.AuditOptions;
import io.bellhop.core.config.Configuration;
import io.bellhop.core.config.CoreConfig;
import io.bellhop.core.event.Time;
import io.bellhop.core.telemetry.trace.Tracing;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What a bot is made of that differs between a real one and a test's.
 *
 * @param home its folder
 * @param configuration what the owner has written
 * @param config the core's own part of that
 * @param owners who runs the bot
 * @param time the machine's time, or a test's
 * @param random makes numbers by chance
 * @param tracing follows invocations
 */
public record BotParts(
        Home home,
        Configuration configuration,
        CoreConfig config,
        Set<UserId> owners,
        Time time,
        RandomGenerator random,
        Tracing tracing) {
    AuditOptions auditOptions() {
        return new AuditOptions(
                config.audit().keep(),
                home.logs().resolve("audit.head"),
                home.folder().resolve("exports"));
    }
}
