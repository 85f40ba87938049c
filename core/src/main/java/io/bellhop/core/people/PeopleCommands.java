package io.bellhop.core.people;

import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.command.Arg;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Flag;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.command.Quoted;
import io.bellhop.api.command.Visibility;
import io.bellhop.api.error.BellhopException;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/** What anyone may ask about what the bot keeps about them. Asks twice before anything is deleted. */
public final class PeopleCommands {
    private static final Pattern USER = Pattern.compile("([a-z0-9-]+):(\\S+)");

    private final People people;

    @Inject
    PeopleCommands(People people) {
        this.people = people;
    }

    @Command(
            name = "export me",
            help = "Whispers you a file with all that the bot and its plugins keep about you.",
            visibility = Visibility.WHISPER,
            repeatable = true,
            cooldown = "10s")
    CompletionStage<Content> exportMe(Invocation asking) {
        return people.export(asking.user().id())
                .thenApply(kept -> new Account("you").exported(asking.user().id(), kept));
    }

    @Command(
            name = "forget me",
            help = "Deletes all that the bot and its plugins keep about you; first it says what that is.",
            visibility = Visibility.WHISPER)
    CompletionStage<Content> forgetMe(@Flag(help = "do it, without being asked again") boolean yes, Invocation asking) {
        return forget(asking.user().id(), yes, new Account("you"), Choice.of("Forget me", "forget me -yes"));
    }

    @Command(
            name = "forget user",
            help = "Deletes all that is kept about someone who can't ask for it themselves.",
            rank = Rank.OWNER,
            visibility = Visibility.WHISPER)
    CompletionStage<Content> forgetUser(
            @Flag(help = "do it, without being asked again") boolean yes,
            @Arg(help = "CONNECTOR:ID, as the command whoami shows it") String user) {
        var named = USER.matcher(user);
        if (!named.matches()) {
            throw BellhopException.user(
                    "people.inexact",
                    "Name them exactly, as this can't be undone: CONNECTOR:ID, as the command whoami shows it.");
        }
        var id = new UserId(named.group(1), named.group(2));
        var choice = Choice.of("Forget " + id, "forget user -yes " + Quoted.of(user));
        return forget(id, yes, new Account(id.toString()), choice);
    }

    private CompletionStage<Content> forget(UserId user, boolean yes, Account account, Choice choice) {
        return yes
                ? people.forget(user).thenApply(account::forgotten)
                : people.export(user).thenApply(kept -> account.question(kept, choice));
    }
}
