package io.bellhop.core.audit.search;

import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Connectors;
import io.bellhop.api.chat.Space;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.User;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.command.CommandDescription;
import io.bellhop.api.command.Commands;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.command.Quoted;
import io.bellhop.api.error.BellhopException;
import io.bellhop.core.config.Durations;
import io.bellhop.core.person.Person;
import io.bellhop.core.person.Persons;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Turns what someone asks of the audit into what they may see of it. */
final class AuditScope {
    private static final int LOOK_UP_SECONDS = 5;

    private final Connectors connectors;
    private final Provider<Commands> commands;
    private final Persons persons;
    private final Clock clock;

    @Inject
    AuditScope(Connectors connectors, Provider<Commands> commands, Persons persons, Clock clock) {
        this.connectors = connectors;
        this.commands = commands;
        this.persons = persons;
        this.clock = clock;
    }

    Query query(
            Invocation asking,
            Optional<String> user,
            Optional<String> command,
            Optional<Duration> since,
            Optional<String> ref,
            Optional<Long> before) {
        return new Query(
                space(asking),
                user.map(reference -> pseudonym(reference, asking)),
                command.map(this::action),
                since.map(duration -> clock.instant().minus(duration)),
                ref,
                before);
    }

    /** Returns the line that asks for the same once more. */
    static String line(Optional<String> user, Optional<String> command, Optional<Duration> since) {
        return "audit"
                + user.map(reference -> " -user " + Quoted.of(reference)).orElse("")
                + command.map(name -> " -command " + Quoted.of(name)).orElse("")
                + since.map(duration -> " -since " + Durations.format(duration)).orElse("");
    }

    private static Optional<SpaceId> space(Invocation asking) {
        if (asking.rank() >= Rank.OWNER) {
            return Optional.empty();
        }
        var space = asking.channel().space().map(Space::id);
        if (space.isEmpty()) {
            throw BellhopException.user("audit.space", "Admins see the audit of a space: ask in one of its channels.");
        }
        return space;
    }

    private String action(String name) {
        return commands.get().find(name).map(CommandDescription::name).orElse(name);
    }

    private String pseudonym(String reference, Invocation asking) {
        return user(reference, asking)
                .flatMap(persons::find)
                .map(Person::pseudonym)
                .orElseThrow(() -> BellhopException.user(
                        "audit.nobody",
                        "Nothing was taken down of " + reference
                                + ". Write a name, a mention, or CONNECTOR:ID for someone elsewhere."));
    }

    /** A name that is one of here comes first; the form that logs and the configuration use works from anywhere. */
    private Optional<UserId> user(String reference, Invocation asking) {
        var here = lookUp(reference, asking.channel());
        int colon = reference.indexOf(':');
        return here.isPresent() || colon < 1
                ? here
                : Optional.of(new UserId(reference.substring(0, colon), reference.substring(colon + 1)));
    }

    private Optional<UserId> lookUp(String reference, Channel where) {
        try {
            var found = connectors.find(where.id().connector());
            return found.isEmpty()
                    ? Optional.empty()
                    : found.get()
                            .user(reference, where)
                            .toCompletableFuture()
                            .get(LOOK_UP_SECONDS, TimeUnit.SECONDS)
                            .map(User::id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty(); // who has left can still be named by connector and id
        }
    }
}
