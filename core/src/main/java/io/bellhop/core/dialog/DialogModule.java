package io.bellhop.core.dialog;

import com.google.inject.AbstractModule;
import io.bellhop.core.people.PeopleModule;

/** The open dialogs, kept in the core's database. */
public final class DialogModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(DialogStore.class).to(DialogTable.class);
        PeopleModule.belongings(binder()).addBinding().to(Dialogs.class);
    }
}
