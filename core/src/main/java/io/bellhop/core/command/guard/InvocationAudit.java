package io.bellhop.core.command.guard;

import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.Attachment;
import io.bellhop.api.command.CodeBlock;
import io.bellhop.core.access.AccessPolicy;
import io.bellhop.core.audit.AuditTrail;
import io.bellhop.core.audit.Deed;
import io.bellhop.core.command.declare.CommandDeclaration;
import io.bellhop.core.command.register.CommandRegister;
import io.bellhop.core.command.reply.Request;
import io.bellhop.core.telemetry.meter.Outcome;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Tells the audit of invocations: of all that may change something, or need a rank, and of those that were denied. */
public final class InvocationAudit {
    private final AuditTrail trail;
    private final AccessPolicy access;
    private final CommandRegister register;

    @Inject
    InvocationAudit(AuditTrail trail, AccessPolicy access, CommandRegister register) {
        this.trail = trail;
        this.access = access;
        this.register = register;
    }

    /**
     * Tells whether what someone wrote may hold a secret, so that it is kept nowhere.
     *
     * @param command what they call
     * @param request what they wrote
     * @return true if the command takes one, or one that does is called in its line
     */
    public boolean hides(CommandDeclaration command, Request request) {
        return command.takesSecret()
                || register.mayHoldSecret(
                        request.message().author().id(), request.parts().line());
    }

    /**
     * Tells whether something must not run now: what can't be taken down is not done, unless by an owner.
     *
     * @param command what would run
     * @param request who asks for it
     * @return true if it must not
     */
    public boolean prevents(CommandDeclaration command, Request request) {
        return trail.isFailing() && request.rank() < Rank.OWNER && isAudited(command, request);
    }

    /**
     * Takes down that an invocation has ended, if it is one that is audited.
     *
     * @param ref names it
     * @param command what ran
     * @param request who asked for it
     * @param arguments what followed its name
     * @param outcome how it ended
     */
    public void ended(String ref, CommandDeclaration command, Request request, String arguments, Outcome outcome) {
        if (isAudited(command, request)) {
            record(ref, command, request, arguments, word(outcome));
        }
    }

    /**
     * Takes down that someone was denied a command.
     *
     * @param ref names the attempt
     * @param command what they asked for
     * @param request who asked for it
     * @param arguments what followed its name
     */
    public void denied(String ref, CommandDeclaration command, Request request, String arguments) {
        record(ref, command, request, arguments, "denied");
    }

    private boolean isAudited(CommandDeclaration command, Request request) {
        var channel = request.message().channel();
        return !command.repeatable() || access.requirement(command, channel).rank() > Rank.EVERYONE;
    }

    private void record(String ref, CommandDeclaration command, Request request, String arguments, String outcome) {
        var message = request.message();
        trail.record(new Deed(
                ref,
                Optional.of(message.author()),
                Optional.of(message.channel()),
                command.name(),
                command.plugin().id(),
                command.plugin().version(),
                outcome,
                hides(command, request) ? "***" : written(arguments, request)));
    }

    /** Code and files are named by their hashes and sizes: enough to recognise them, too little to fill a disk. */
    private static String written(String arguments, Request request) {
        var text = new StringBuilder(arguments.strip());
        for (var block : request.parts().blocks()) {
            text.append(" [").append(named(block)).append(']');
        }
        for (var file : request.message().attachments()) {
            text.append(" [").append(named(file)).append(']');
        }
        return text.toString().strip();
    }

    private static String named(CodeBlock block) {
        var code = block.code();
        var kind = block.language().isEmpty() ? "block" : "block of " + block.language();
        return kind + ", " + code.length() + " characters, sha256 " + sha256(code);
    }

    private static String named(Attachment file) {
        return "file " + file.name() + ", " + file.size() + " bytes";
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
