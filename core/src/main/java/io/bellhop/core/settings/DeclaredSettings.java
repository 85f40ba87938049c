package io.bellhop.core.settings;

import com.google.inject.Binder;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.util.Types;
import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import io.bellhop.api.plugin.ChatSettings;
import io.bellhop.api.plugin.Registration;
import io.bellhop.api.plugin.Setting;
import io.bellhop.core.config.Configuration;
import io.bellhop.core.config.Inline;
import io.bellhop.core.config.KebabCase;
import io.bellhop.core.event.pool.PluginPool;
import jakarta.inject.Inject;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Takes in what plugins declare to be set in chat. Called on the pool of the plugin that starts. */
final class DeclaredSettings implements ChatSettingsHost {
    private final Catalogue catalogue;
    private final SettingsTable table;
    private final Configuration configuration;

    @Inject
    DeclaredSettings(Catalogue catalogue, SettingsTable table, Configuration configuration) {
        this.catalogue = catalogue;
        this.table = table;
        this.configuration = configuration;
    }

    @Override
    public Module module(
            String plugin, PluginPool pool, List<Class<? extends Record>> types, Consumer<Registration> registrations) {
        var all = new ArrayList<Bound<?>>();
        for (var type : types) {
            all.add(bound(plugin, pool, type, registrations));
        }
        return binder -> all.forEach(one -> one.bind(binder));
    }

    /** A record, and where its values are found. */
    private record Bound<T extends Record>(Class<T> type, ChatSettings<T> settings) {
        @SuppressWarnings("unchecked") // the type's own parameter says so
        void bind(Binder binder) {
            var key = (Key<ChatSettings<T>>) Key.get(Types.newParameterizedType(ChatSettings.class, type));
            binder.bind(key).toProvider(() -> settings);
        }
    }

    private <T extends Record> Bound<T> bound(
            String plugin, PluginPool pool, Class<T> type, Consumer<Registration> registrations) {
        for (var component : type.getRecordComponents()) {
            if (!Inline.fits(component.getGenericType())) {
                throw unfit(type, component);
            }
        }
        var settings = new PlacedSettings<>(plugin, type, table, configuration);
        for (var component : type.getRecordComponents()) {
            registrations.accept(catalogue.add(setting(plugin, pool, component, settings)));
        }
        return new Bound<>(type, settings);
    }

    private PluginSetting setting(
            String plugin, PluginPool pool, RecordComponent component, PlacedSettings<?> settings) {
        var name = KebabCase.of(component.getName());
        var declared = component.getAnnotation(Setting.class);
        return new PluginSetting(
                plugin,
                name,
                declared == null ? "" : declared.help(),
                Inline.write(value(component, settings.base())),
                configuration.sets("plugins." + plugin, name),
                pool,
                settings);
    }

    private static Object value(RecordComponent component, Record of) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("The record " + of.getClass().getName() + " can't be read", e);
        }
    }

    private static BellhopException unfit(Class<?> type, RecordComponent component) {
        return new BellhopException(
                ErrorKind.PLUGIN,
                "settings.type",
                "Its record %s has a setting %s whose type can't be set in chat (%s); a secret belongs into a @Config."
                        .formatted(
                                type.getName(),
                                component.getName(),
                                component.getGenericType().getTypeName()),
                null);
    }
}
