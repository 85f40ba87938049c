package io.bellhop.core.plugin.roster;

import com.google.inject.CreationException;
import com.google.inject.ProvisionException;
import com.google.inject.spi.Message;
import io.bellhop.api.error.BellhopException;
import io.bellhop.core.command.declare.DeclarationException;
import io.bellhop.core.config.ConfigurationException;
import io.bellhop.core.plugin.inspect.PluginRefused;
import io.bellhop.core.plugin.run.StartAbandoned;
import java.util.Collection;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Puts into a sentence why a plugin did not start. */
final class Reason {
    private Reason() {}

    static String of(Throwable failure) {
        var cause = unwrapped(failure);
        return switch (cause) {
            case PluginRefused refused -> refused.getMessage();
            case StartAbandoned abandoned -> String.valueOf(abandoned.getMessage());
            case DeclarationException declaration -> String.valueOf(declaration.getMessage());
            case CreationException creation -> wiring(creation.getErrorMessages());
            case ProvisionException provision -> wiring(provision.getErrorMessages());
            case com.google.inject.ConfigurationException wiring -> wiring(wiring.getErrorMessages());
            case ConfigurationException configuration -> "Its configuration is wrong: " + configuration.told();
            case BellhopException told when told.code().startsWith("storage.") -> String.valueOf(told.getMessage());
            case BellhopException told -> "Its start failed: " + told.getMessage();
            // any other message may hold a path or a secret, and this sentence is said in a chat
            default -> "Its start failed with %s. The log says more.".formatted(named(cause));
        };
    }

    /** Tells whether the sentence says it all, so that nobody needs to see where it was thrown. */
    static boolean isWhole(Throwable failure) {
        var cause = unwrapped(failure);
        return cause instanceof PluginRefused || cause instanceof ConfigurationException || isWanted(cause);
    }

    /** Tells whether somebody has ended the start on purpose. */
    static boolean isWanted(Throwable failure) {
        return unwrapped(failure) instanceof StartAbandoned;
    }

    private static Throwable unwrapped(Throwable failure) {
        boolean wrapper = failure instanceof CompletionException
                || failure instanceof ExecutionException
                || failure instanceof ProvisionException
                || failure instanceof CreationException;
        var cause = failure.getCause();
        return wrapper && cause != null ? unwrapped(cause) : failure;
    }

    private static String wiring(Collection<Message> messages) {
        var first = messages.stream().findFirst().map(Message::getMessage).orElse("unknown");
        return "Its constructor asks for what it can't have: %s"
                .formatted(first.lines().findFirst().orElse(first));
    }

    private static String named(Throwable cause) {
        var name = cause.getClass().getSimpleName();
        return name.isEmpty() ? "an exception" : name;
    }
}
