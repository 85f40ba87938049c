package io.bellhop.core.settings;

import io.bellhop.api.access.Rank;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;
import io.bellhop.api.chat.plain.Visible;
import io.bellhop.api.command.Arg;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Flag;
import io.bellhop.api.command.Invocation;
import io.bellhop.api.command.Rest;
import io.bellhop.api.command.Suggests;
import io.bellhop.api.error.BellhopException;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Settings from chat. How far a value reaches decides about the rank that it takes. */
public final class SettingsCommands {
    private static final int LONGEST = 2000;
    private static final String EMPTY = "\"\"";

    private final Catalogue catalogue;
    private final SettingsTable table;
    private final SettingsView view;

    @Inject
    SettingsCommands(Catalogue catalogue, SettingsTable table, SettingsView view) {
        this.catalogue = catalogue;
        this.table = table;
        this.view = view;
    }

    @Command(
            name = "settings list",
            help = "Lists the settings, and what holds here.",
            rank = Rank.MODERATOR,
            repeatable = true)
    Text list(@Arg(help = "what their names begin with") Optional<String> beginning, Invocation asking) {
        return view.list(beginning.orElse("").toLowerCase(Locale.ROOT), asking.channel());
    }

    @Command(
            name = "settings get",
            help = "Tells all of a setting, and where it is set.",
            rank = Rank.MODERATOR,
            repeatable = true)
    Text get(@Arg(help = "its name") String setting, Invocation asking) {
        return view.of(catalogue.require(setting.toLowerCase(Locale.ROOT)), asking.channel());
    }

    @Command(
            name = "settings set",
            help = "Sets a setting: for a channel with rank 500, a space with 900, the whole bot as its owner.",
            rank = Rank.MODERATOR)
    Content set(
            @Flag(help = "for this channel") boolean channel,
            @Flag(help = "for this space") boolean space,
            @Flag(help = "for the whole bot") boolean bot,
            @Flag(help = "do it although many lose by it") boolean confirm,
            @Arg(help = "its name") String setting,
            @Rest(help = "the value; commas between those of a list; \"\" for an empty text") String value,
            Invocation asking) {
        var known = catalogue.require(setting.toLowerCase(Locale.ROOT));
        var scope = new Reach(channel, space, bot).scope(known.key(), known.levels(), asking);
        var kept = known.check(plain(value.strip()), scope, asking.channel());
        var loss = confirm ? Optional.<String>empty() : loss(known, scope, kept, asking.channel());
        if (loss.isPresent()) {
            var line = "settings set -" + scope.level().word() + " -confirm " + known.key() + " " + value.strip();
            return Content.of(loss.get() + " in " + scope.level().where() + ". Nothing was changed yet.")
                    .with(Choice.of("Do it", line));
        }
        table.set(scope, known.key(), kept);
        return Content.of(view.changed(known, scope, asking.channel()));
    }

    /** What is set for one channel is soon noticed there, and undone. */
    private Optional<String> loss(KnownSetting setting, Scope scope, String value, Channel here) {
        var before = table.snapshot().find(scope, setting.key()).orElse("");
        return scope.level() == Level.CHANNEL ? Optional.empty() : setting.takes(before, value, here);
    }

    @Command(
            name = "settings reset",
            help = "Forgets what was set, so that what is set further out holds again, or else the default.",
            rank = Rank.MODERATOR)
    Text reset(
            @Flag(help = "for this channel") boolean channel,
            @Flag(help = "for this space") boolean space,
            @Flag(help = "for the whole bot") boolean bot,
            @Arg(help = "its name") String setting,
            Invocation asking) {
        var key = setting.toLowerCase(Locale.ROOT);
        var known = catalogue.find(key);
        var levels = known.map(KnownSetting::levels).orElse(Level.all());
        var scope = new Reach(channel, space, bot).scope(key, levels, asking);
        if (table.snapshot().find(scope, key).isEmpty()) {
            throw known.isEmpty()
                    ? catalogue.unknown(key)
                    : BellhopException.user(
                            "settings.unset",
                            key + " is not set for " + scope.level().where() + ".");
        }
        table.reset(scope, key);
        return known.map(one -> view.changed(one, scope, asking.channel()))
                .orElseGet(() -> Text.of("Reset ").code(key).add("."));
    }

    @Suggests(
            command = {"settings get", "settings set", "settings reset"},
            parameter = "setting")
    List<String> keys() {
        return catalogue.all().stream().map(KnownSetting::key).toList();
    }

    private static String plain(String value) {
        if (value.isEmpty()) {
            throw KnownSetting.wrong("Say the value; settings reset goes back to what held before.");
        }
        if (value.length() > LONGEST) {
            throw KnownSetting.wrong("A value has at most " + LONGEST + " characters.");
        }
        if (!Visible.of(value).equals(value) || value.codePoints().anyMatch(Character::isISOControl)) {
            throw KnownSetting.wrong("A value is one line of characters that can all be seen.");
        }
        return value.equals(EMPTY) ? "" : value;
    }
}
