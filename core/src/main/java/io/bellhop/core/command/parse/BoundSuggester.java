package io.bellhop.core.command.parse;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.User;
import io.bellhop.core.command.declare.CommandDeclaration.DeclaredMethod;
import io.bellhop.core.command.declare.DeclarationException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;

/** What completes an argument, bound to the object that does it. Lives as long as the plugin is served. */
public final class BoundSuggester {
    private final MethodHandle method;

    private BoundSuggester(MethodHandle method) {
        this.method = method;
    }

    static BoundSuggester of(DeclaredMethod declared, Object instance) {
        var owner = instance.getClass();
        try {
            var type = MethodType.fromMethodDescriptorString(declared.descriptor(), owner.getClassLoader());
            return new BoundSuggester(MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
                    .findVirtual(owner, declared.name(), type)
                    .bindTo(instance));
        } catch (ReflectiveOperationException | TypeNotPresentException e) {
            throw new DeclarationException(
                    "The method " + declared.name() + " of " + declared.className() + " can't be called: " + e);
        }
    }

    /**
     * Asks, on the calling thread.
     *
     * @param typed what there is of the argument yet
     * @param user who types
     * @param channel where
     * @return what the plugin says, which may be anything
     * @throws Throwable what it throws
     */
    public List<?> suggest(String typed, User user, Channel channel) throws Throwable {
        var arguments = method.type().parameterList().stream()
                .map(type -> type == String.class ? typed : type == User.class ? user : channel)
                .toList();
        return method.invokeWithArguments(arguments) instanceof List<?> found ? found : List.of();
    }
}
