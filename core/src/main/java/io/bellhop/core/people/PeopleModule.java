package io.bellhop.core.people;

import com.google.inject.AbstractModule;
import com.google.inject.Binder;
import com.google.inject.multibindings.Multibinder;

/** Export and forgetting of what is kept about people. */
public final class PeopleModule extends AbstractModule {
    @Override
    protected void configure() {
        belongings(binder());
        bind(PersonalDataHost.class).to(Keepers.class);
        bind(PeopleCommands.class);
    }

    /**
     * Begins to add what a feature keeps about people.
     *
     * @param binder the binder of the feature's module
     * @return to be added to
     */
    public static Multibinder<Belongings> belongings(Binder binder) {
        return Multibinder.newSetBinder(binder, Belongings.class);
    }
}
