package io.bellhop.core.plugin.roster;

import com.google.inject.CreationException;
import com.google.inject.ProvisionException;
import com.google.inject.spi.Message;
import io.bellhop.core.command.DeclarationException;
import io.bellhop.core.plugin.inspect.PluginRefused;
import java.util.Collection;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Puts into a sentence why a plugin did not start. */
final class Reason {
    private Reason() {}

    static String of(Throwable failure) {
        var cause = unwrapped(failure);
        return switch (cause) {
            case PluginRefused refused -> refused.getMessage();
            case DeclarationException declaration -> String.valueOf(declaration.getMessage());
            case TimeoutException timeout -> "Its start %s.".formatted(timeout.getMessage());
            case CreationException creation -> wiring(creation.getErrorMessages());
            case ProvisionException provision -> wiring(provision.getErrorMessages());
            case com.google.inject.ConfigurationException wiring -> wiring(wiring.getErrorMessages());
            default -> "Its start failed: %s".formatted(sentence(named(cause)));
        };
    }

    /** Tells whether the sentence says it all, so that nobody needs to see where it was thrown. */
    static boolean isWhole(Throwable failure) {
        return unwrapped(failure) instanceof PluginRefused;
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
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
        var message = cause.getMessage();
        var name = cause.getClass().getSimpleName();
        return message == null ? name : name + ": " + message;
    }
}
