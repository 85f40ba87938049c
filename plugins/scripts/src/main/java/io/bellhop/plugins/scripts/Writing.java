package io.bellhop.plugins.scripts;

import io.bellhop.api.chat.Text;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.command.Arg;
import io.bellhop.api.command.CodeBlock;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Example;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.plugin.ChatPlugin;
import io.bellhop.api.storage.PersonalData;
import io.bellhop.plugins.code.service.CodeRunner;
import io.bellhop.plugins.scripts.store.Estate;
import io.bellhop.plugins.scripts.store.Finder;
import io.bellhop.plugins.scripts.store.Here;
import io.bellhop.plugins.scripts.store.Kept;
import io.bellhop.plugins.scripts.store.Reach;
import io.bellhop.plugins.scripts.store.Shelf;
import io.bellhop.plugins.scripts.store.Size;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What authors do with their scripts. */
@ChatPlugin
public final class Writing implements PersonalData {
    private final ScriptsConfig config;
    private final CodeRunner runner;
    private final Shelf shelf;
    private final Lookup lookup;
    private final Estate estate;

    @Inject
    Writing(ScriptsConfig config, CodeRunner runner, Jdbi jdbi, Clock clock) {
        this.config = config;
        this.runner = runner;
        this.shelf = new Shelf(jdbi, config.bounds(), clock);
        this.estate = new Estate(jdbi);
        this.lookup = new Lookup(new Finder(jdbi));
    }

    @Command(name = "script save", help = "Keeps a program under a name.")
    @Example("script save answer js\n```js\nconsole.log(6*7)\n```")
    Text save(
            Invocation asked,
            @Arg(help = "what to call it") Name name,
            @Arg(help = "its language, unless the code block says it") Optional<String> language,
            CodeBlock code) {
        requireSize(code);
        var known = runner.language(language.orElse(code.language())).name();
        var kept = shelf.save(asked.user(), name.value(), known, code.code());
        return kept(name.value(), kept);
    }

    @Command(name = "script edit", help = "Keeps a new version of one of your scripts.")
    @Example("script edit answer\n```js\nconsole.log(6*9)\n```")
    Text edit(
            Invocation asked,
            @Arg(help = "which script") Name name,
            @Arg(help = "its language, if it changes") Optional<String> language,
            CodeBlock code) {
        requireSize(code);
        var script = lookup.own(Here.of(asked), name);
        var known = language.map(one -> runner.language(one).name()).orElse(script.language());
        var last = lookup.last(script);
        if (last.source().equals(code.code()) && last.language().equals(known)) {
            return Text.of("Nothing has changed since version " + last.number() + " of ")
                    .bold(name.value())
                    .add(".");
        }
        return kept(name.value(), shelf.edit(asked.user(), script, known, code.code()));
    }

    @Command(name = "script rename", help = "Gives one of your scripts another name.")
    @Example("script rename answer question")
    Text rename(Invocation asked, @Arg(help = "what it is called") Name old, @Arg(help = "what to call it") Name name) {
        var script = lookup.own(Here.of(asked), old);
        if (old.equals(name)) {
            return Text.of("That is what ").bold(name.value()).add(" is called already.");
        }
        shelf.rename(asked.user(), script, name.value());
        return Text.empty()
                .bold(old.value())
                .add(" is called ")
                .bold(name.value())
                .add(" now.");
    }

    @Command(name = "script delete", help = "Deletes one of your scripts with all its versions.")
    @Example("script delete answer")
    Text delete(Invocation asked, @Arg(help = "which script") Name name) {
        var script = lookup.own(Here.of(asked), name);
        shelf.delete(script);
        return Text.empty().bold(name.value()).add(" is deleted, with all its versions.");
    }

    @Command(name = "script share", help = "Lets others find one of your scripts, and run it as themselves.")
    @Example("script share answer channel")
    @Example("script share answer all")
    Text share(
            Invocation asked,
            @Arg(help = "which script") Name name,
            @Arg(help = "in this channel, in its space, or wherever the bot is") Reach with) {
        requirePlace(asked, with);
        shelf.share(Here.of(asked), lookup.own(Here.of(asked), name), with);
        return Text.empty()
                .bold(name.value())
                .add(" can be found and run " + Sharing.with(with) + " now, by its name or as ")
                .code(Lookup.typed(asked.user().name() + "/" + name.value()))
                .add(".");
    }

    @Command(name = "script unshare", help = "Shares one of your scripts no more.")
    @Example("script unshare answer")
    @Example("script unshare answer channel")
    Text unshare(
            Invocation asked,
            @Arg(help = "which script") Name name,
            @Arg(help = "what is to end; all sharing anywhere, if not said") Optional<Reach> with) {
        var script = lookup.own(Here.of(asked), name);
        return shelf.unshare(Here.of(asked), script, with)
                ? Text.empty()
                        .bold(name.value())
                        .add(with.map(reach -> " is no longer shared " + Sharing.with(reach) + ".")
                                .orElse(" is yours alone now."))
                : Text.empty()
                        .bold(name.value())
                        .add(with.map(reach -> " was not shared " + Sharing.with(reach) + ".")
                                .orElse(" was shared with nobody."));
    }

    @Override
    public Map<String, ?> export(UserId user) {
        return estate.told(user);
    }

    @Override
    public List<String> forget(UserId user) {
        return estate.forget(user);
    }

    private void requireSize(CodeBlock code) {
        int size = code.code().getBytes(StandardCharsets.UTF_8).length;
        if (size > config.scriptBytes()) {
            throw BellhopException.limit(
                    "script.too-big",
                    "This script has " + Size.of(size) + "; the most is " + Size.of(config.scriptBytes())
                            + ". Let it read its data from standard input.");
        }
        if (code.code().isBlank()) {
            throw BellhopException.user("script.empty", "There is nothing in this code block to keep.");
        }
    }

    /** In a direct conversation there is nobody to share with but everybody. */
    private static void requirePlace(Invocation asked, Reach with) {
        if (with != Reach.ALL && asked.channel().space().isEmpty()) {
            throw BellhopException.user(
                    "script.no-place",
                    "Nobody else is in this conversation. Share it from the channel where others shall find it, or "
                            + "with all.");
        }
    }

    private static Text kept(String name, Kept kept) {
        var text = Text.of("Kept ").bold(name).add(", version " + kept.version() + ".");
        return kept.dropped() == 0
                ? text
                : text.add(" Old versions that had no room any more: " + kept.dropped() + ".");
    }
}
