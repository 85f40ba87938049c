package io.bellhop.core.choice;

import com.google.inject.AbstractModule;
import io.bellhop.core.people.PeopleModule;

/** What can be picked, kept in the core's database. */
public final class ChoiceModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(OfferStore.class).to(OfferTable.class);
        PeopleModule.belongings(binder()).addBinding().to(ChoiceBelongings.class);
    }
}
