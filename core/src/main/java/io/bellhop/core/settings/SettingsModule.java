package io.bellhop.core.settings;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.OptionalBinder;
import io.bellhop.core.command.settings.CommandSettings;

/** What people set in chat. Who installs it binds the {@link io.bellhop.core.config.Configuration}. */
public final class SettingsModule extends AbstractModule {
    @Override
    protected void configure() {
        OptionalBinder.newOptionalBinder(binder(), CommandSettings.class)
                .setBinding()
                .to(PlacedCommandSettings.class);
        bind(ChatSettingsHost.class).to(DeclaredSettings.class);
        bind(SettingsCommands.class);
    }
}
