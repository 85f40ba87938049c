package io.bellhop.plugins.code.turn;

import io.bellhop.api.chat.Capability;
import io.bellhop.api.chat.Connectors;
import io.bellhop.api.command.Commands;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.event.Broker;
import io.bellhop.plugins.code.engine.Output;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Lets users type what their programs wait for. Safe for use from any thread. */
public final class Inputs {
    private final Connectors connectors;
    private final Broker broker;
    private final Commands commands;
    private final Semaphore places;

    /**
     * Makes it.
     *
     * @param connectors carry the questions
     * @param broker tells of the answers
     * @param commands tells what is a command rather than an answer
     * @param most how many programs may wait for answers at one time; for more, the input ends
     */
    public Inputs(Connectors connectors, Broker broker, Commands commands, int most) {
        this.connectors = connectors;
        this.broker = broker;
        this.commands = commands;
        this.places = new Semaphore(most);
    }

    /** Makes the input of a run, of whoever asked for it. */
    TypedInput of(Invocation asked, Supplier<Output> written) {
        return new TypedInput(
                asked,
                commands.prefix(asked.channel()),
                written,
                connectors
                        .find(asked.channel().id().connector())
                        .filter(connector -> connector.capabilities().contains(Capability.INTERJECTIONS)),
                broker,
                places);
    }
}
