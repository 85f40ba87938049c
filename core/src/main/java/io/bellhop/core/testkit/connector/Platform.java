package io.bellhop.core.testkit.connector;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.UserId;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A chat platform as the {@link ConnectorContract} needs it: a real peer, a connector to it, people who write there,
 * and what they see. It stands for one test. Its methods are called by one thread.
 */
public interface Platform extends AutoCloseable {
    /** A command line that lacks one thing, its only parameter. */
    String LACKING = "lend";

    /**
     * Makes a connector to the peer, as the bot makes it at a start; one with forms knows what {@link #LACKING} lacks.
     * Called again after the one before was stopped, as at a restart: what must outlast that is the platform's to keep.
     *
     * @return the connector, not started
     * @throws Exception if it can't be made
     */
    Connector connect() throws Exception;

    /**
     * Waits until the connector that was made last, and is started now, is in the lobby and sees who is there. Does
     * nothing if it returns from its start no sooner.
     *
     * @throws Exception if it does not come
     */
    default void awaitBot() throws Exception {
        // it is there already
    }

    /**
     * Returns the channel where all are.
     *
     * @return its id
     */
    ChannelId lobby();

    /**
     * Returns who is there.
     *
     * @return {@link Person#ANN} and {@link Person#BEN} at least
     */
    Set<Person> people();

    /**
     * Names someone as events and verbs do.
     *
     * @param person who
     * @return their id
     */
    UserId id(Person person);

    /**
     * Returns what people call someone.
     *
     * @param person who
     * @return their name, which need not be an id or a mention
     */
    default String name(Person person) {
        return person.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Lets others live in another space, where the connector that is made next is too: a hermit, whom nobody sees
     * anywhere else, and a namesake of {@link Person#ANN}.
     *
     * @param hermit what the hermit is called
     * @return the other space, or empty if this platform has but one
     * @throws Exception if they can't settle there
     */
    default Optional<SpaceId> settleElsewhere(String hermit) throws Exception {
        return Optional.empty();
    }

    /**
     * Returns what someone types to mention someone.
     *
     * @param person who is mentioned
     * @return such as {@code @ann}
     */
    String mention(Person person);

    /**
     * Returns what someone types to address the bot.
     *
     * @param line what they want of it
     * @return such as {@code @bellhop ping}
     */
    String addressing(String line);

    /**
     * Someone writes in the lobby.
     *
     * @param person who
     * @param text one line
     * @throws Exception if they can't
     */
    void says(Person person, String text) throws Exception;

    /**
     * Someone writes to the bot alone.
     *
     * @param person who
     * @param text one line
     * @throws Exception if they can't
     */
    void whispers(Person person, String text) throws Exception;

    /**
     * Someone picks what the latest message with choices in the lobby offers.
     *
     * @param person who
     * @param number which, from 1
     * @throws Exception if they can't
     */
    default void picks(Person person, int number) throws Exception {
        says(person, "!" + number);
    }

    /**
     * Someone fills in the form that their latest pick has opened. Called only where the connector has forms.
     *
     * @param person who
     * @param value what they write into its only field
     * @throws Exception if there is no form
     */
    default void fills(Person person, String value) throws Exception {
        throw new UnsupportedOperationException("nothing has opened a form here");
    }

    /**
     * Returns what all in the lobby see of the bot. What people write themselves does not appear.
     *
     * @return the same screen at each call
     */
    Screen lobbyScreen();

    /**
     * Returns what one person alone sees of the bot.
     *
     * @param person who
     * @return the same screen at each call
     */
    Screen screen(Person person);

    /**
     * Tells whether people have screens of their own.
     *
     * @return false if all that the bot says in conversations appears on the one screen that all look at
     */
    default boolean isPrivate() {
        return true;
    }

    /**
     * Returns what this platform can let happen.
     *
     * @return the troubles that {@link #begin} knows
     */
    Set<Trouble> troubles();

    /**
     * Lets a trouble begin.
     *
     * @param trouble one of {@link #troubles}
     * @throws Exception if it can't be played
     */
    default void begin(Trouble trouble) throws Exception {
        throw new UnsupportedOperationException(trouble.name());
    }

    /**
     * Ends a trouble.
     *
     * @param trouble one that has begun
     * @throws Exception if it can't be ended
     */
    default void end(Trouble trouble) throws Exception {
        throw new UnsupportedOperationException(trouble.name());
    }

    /**
     * Returns which threads are not the connector's own though they come with it: those that a library shares among all
     * its users and ends by itself.
     *
     * @return how their names begin
     */
    default Set<String> sharedThreads() {
        return Set.of();
    }

    /**
     * Returns how many connections the peer has with the connector.
     *
     * @return the number; 0 where nothing can be told
     */
    default int connections() {
        return 0;
    }

    /**
     * Lets go of the peer.
     *
     * @throws IOException if that fails
     */
    @Override
    void close() throws IOException;
}
