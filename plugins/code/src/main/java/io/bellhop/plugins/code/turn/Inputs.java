package io.bellhop.plugins.code.turn;

import io.bellhop.api.chat.Capability;
import io.bellhop.api.command.Invocation;
import io.bellhop.plugins.code.engine.Output;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Lets users type what their programs wait for. Safe for use from any thread. */
public final class Inputs {
    private final Chat chat;
    private final Semaphore places;

    /**
     * Makes it.
     *
     * @param chat carries the questions and the answers
     * @param most how many programs may wait for answers at one time; for more, the input ends
     */
    public Inputs(Chat chat, int most) {
        this.chat = chat;
        this.places = new Semaphore(most);
    }

    /** Makes the input of a run, of whoever asked for it; empty where nobody can be asked. */
    Optional<TypedInput> of(Invocation asked, Supplier<Output> written) {
        return chat.connectors()
                .find(asked.channel().id().connector())
                .filter(connector -> connector.capabilities().contains(Capability.INTERJECTIONS))
                .map(connector -> new TypedInput(
                        asked, chat.commands().prefix(asked.channel()), written, connector, chat.broker(), places));
    }
}
