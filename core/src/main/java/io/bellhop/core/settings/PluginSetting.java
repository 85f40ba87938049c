package io.bellhop.core.settings;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.error.BellhopException;
import io.bellhop.core.config.ConfigurationException;
import io.bellhop.core.event.pool.PluginPool;
import io.bellhop.core.event.pool.PoolCall;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * One setting that a running plugin declares.
 *
 * @param plugin the plugin's id
 * @param name its name within the plugin
 * @param help what it does
 * @param base what holds where nothing is set in chat
 * @param isConfigured whether the owner wrote that
 * @param pool runs the plugin's checks
 * @param settings the record that it belongs to
 */
record PluginSetting(
        String plugin,
        String name,
        String help,
        String base,
        boolean isConfigured,
        PluginPool pool,
        PlacedSettings<?> settings)
        implements KnownSetting {
    @Override
    public String key() {
        return plugin + "." + name;
    }

    @Override
    public List<Level> levels() {
        return Level.all();
    }

    @Override
    public String check(String value, Scope scope, Channel here) {
        try {
            PoolCall.on(pool, () -> settings.tried(scope, here, name, value)).join();
            return value;
        } catch (CompletionException e) {
            throw refusal(e.getCause());
        }
    }

    private RuntimeException refusal(@Nullable Throwable cause) {
        return switch (cause) {
            case ConfigurationException wrong -> refusal(wrong);
            case BellhopException unanswered ->
                new BellhopException(
                        unanswered.kind(),
                        unanswered.code(),
                        "The plugin " + plugin + " " + unanswered.getMessage() + ".",
                        cause);
            case RuntimeException failure -> failure;
            case null, default -> new IllegalStateException(cause);
        };
    }

    private static BellhopException refusal(ConfigurationException wrong) {
        var problem = wrong.problems().getFirst();
        var key = problem.key().replaceFirst("^plugins\\.", "");
        var sentence = (key + " " + problem.what()).strip();
        return KnownSetting.wrong(sentence.endsWith("?") ? sentence : sentence + ".");
    }
}
