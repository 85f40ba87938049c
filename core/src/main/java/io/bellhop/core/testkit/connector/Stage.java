package io.bellhop.core.testkit.connector;

import io.bellhop.api.chat.Capability;
import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Message;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import io.bellhop.api.event.MessageReceived;
import io.bellhop.core.choice.NumberedChoices;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.testkit.VirtualTime;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A connector under test, started, with its platform and the events that it published. For use by one thread. */
public final class Stage implements AutoCloseable {
    private final Platform platform;
    private final HeardEvents heard = new HeardEvents();
    private final Offers offers = Offers.inMemory(new VirtualTime(), new NoBot());
    private final Backstage backstage = new Backstage();
    private Connector connector;
    private int ends;

    private Stage(Platform platform) throws Exception {
        this.platform = platform;
        this.connector = backstage.call(platform::connect);
        backstage.settle(); // what comes of that may be the platform's
    }

    static Stage open(Platform platform) throws Exception {
        var stage = new Stage(platform);
        stage.start();
        return stage;
    }

    /** As the bot does it: numbers are picked by the core where a platform has no buttons. */
    private void start() throws Exception {
        if (!has(Capability.CHOICES)) {
            connector = new NumberedChoices(connector, offers, _ -> "!");
        }
        backstage.call(() -> {
            connector.start(heard);
            return connector;
        });
        platform.awaitBot();
    }

    /** Ends the connector and starts another one, as at a restart of the bot. */
    void restart() throws Exception {
        connector.stop();
        heard.clear();
        connector = backstage.call(platform::connect);
        start();
    }

    /**
     * Returns the connector.
     *
     * @return it, started
     */
    public Connector connector() {
        return connector;
    }

    /**
     * Returns where the connector is.
     *
     * @return the platform
     */
    public Platform platform() {
        return platform;
    }

    /**
     * Returns what the connector published.
     *
     * @return the events that nobody took yet
     */
    public HeardEvents heard() {
        return heard;
    }

    boolean has(Capability capability) {
        return connector.capabilities().contains(capability);
    }

    /** The threads that came since the connector was made, and are its own. */
    List<Thread> newThreads() {
        return backstage.newThreads().stream()
                .filter(thread -> platform.sharedThreads().stream().noneMatch(thread.getName()::startsWith))
                .toList();
    }

    /**
     * Lets someone write in the lobby, and waits until the connector has heard it.
     *
     * @param person who
     * @param text what
     * @return the message as it was published
     * @throws Exception if they can't write
     */
    public Message hears(Person person, String text) throws Exception {
        platform.says(person, text);
        return heard.next(MessageReceived.class).message();
    }

    /**
     * Waits for the answer of a verb.
     *
     * @param <T> what it answers
     * @param answer what the verb returned
     * @return the answer
     * @throws AssertionError if there is none within 60 seconds, or the verb failed
     */
    public <T> T now(CompletionStage<T> answer) {
        try {
            return answer.toCompletableFuture().get(Screen.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("The verb failed: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new AssertionError("The verb was not answered within " + Screen.PATIENCE.toSeconds() + " s.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("The test was interrupted.", e);
        }
    }

    /** Waits for the answer of a verb that may fail as verbs do: with a code of the connector's own. */
    Optional<BellhopException> failure(CompletionStage<?> answer) {
        return now(answer.handle((_, failure) -> Optional.ofNullable(failure).map(this::told)));
    }

    private BellhopException told(Throwable failure) {
        var cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        boolean isTold = cause instanceof BellhopException own
                && own.kind() == ErrorKind.CONNECTOR
                && own.code().startsWith(connector.id() + ".")
                && own.getMessage().endsWith(".");
        if (isTold) {
            return (BellhopException) cause;
        }
        throw new AssertionError("A verb fails with a sentence, of kind CONNECTOR and a code of its connector.", cause);
    }

    /** Calls a verb, which must return before long whatever the platform does. */
    <T> CompletionStage<T> atOnce(Supplier<CompletionStage<T>> verb) {
        return now(backstage.begin(verb::get));
    }

    /** All that people in the lobby have seen since it was asked last. */
    List<Sight> lobbySees() {
        var end = end();
        now(connector.say(platform.lobby(), Content.of(end)));
        return platform.lobbyScreen().until(end);
    }

    /** All that one person alone has seen since it was asked last. */
    List<Sight> sees(Person person) {
        var end = end();
        now(connector.whisper(platform.id(person), null, Content.of(end)));
        return platform.screen(person).until(end);
    }

    private String end() {
        return "and that is all " + ++ends + ".";
    }

    @Override
    public void close() throws IOException {
        try (platform) {
            connector.stop();
        }
    }
}
