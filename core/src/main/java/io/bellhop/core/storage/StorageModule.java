package io.bellhop.core.storage;

import com.google.inject.AbstractModule;

/** What the bot and its plugins remember. */
public final class StorageModule extends AbstractModule {
    private final StorageOptions options;

    /**
     * Makes the module.
     *
     * @param options where what is remembered is kept
     */
    public StorageModule(StorageOptions options) {
        this.options = options;
    }

    @Override
    protected void configure() {
        bind(StorageOptions.class).toInstance(options);
    }
}
