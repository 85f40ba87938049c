package io.bellhop.core.command.register;

import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.Message;
import io.bellhop.core.command.declare.CommandDeclaration.Trial;
import io.bellhop.core.command.parse.ConversionContext;
import io.bellhop.core.command.parse.MessageParts;
import io.bellhop.core.command.parse.MissingInput;
import io.bellhop.core.command.parse.WrongInput;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Tries the examples that commands declare, as far as that goes without running anything. */
public final class ExampleTrial {
    private final CommandRegister register;

    @Inject
    ExampleTrial(CommandRegister register) {
        this.register = register;
    }

    /**
     * Returns a plugin's examples.
     *
     * @param plugin the plugin's id
     * @return the examples of all its commands
     */
    public List<Trial> of(String plugin) {
        return register.entries().stream()
                .map(CommandEntry::declaration)
                .filter(command -> command.plugin().id().equals(plugin))
                .flatMap(command -> command.trials().stream())
                .toList();
    }

    /**
     * Parses a line as if a user had written it.
     *
     * @param message the line, without a prefix
     * @param connector looks users and channels up
     * @return what is wrong with it, or empty
     */
    public Optional<String> problem(Message message, Connector connector) {
        var parts = MessageParts.of(message.text());
        var match = register.index().match(parts.line());
        if (match.entry() == null) {
            return Optional.of("There is no such command.");
        }
        var command = Objects.requireNonNull(match.entry().bound(), "the plugin does not run");
        try {
            var context = new ConversionContext(message, connector);
            command.arguments(null, context, match.arguments(), parts.blocks());
            return Optional.empty();
        } catch (WrongInput | MissingInput e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
