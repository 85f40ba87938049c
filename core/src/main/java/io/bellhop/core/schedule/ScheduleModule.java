package io.bellhop.core.schedule;

import com.google.inject.AbstractModule;
import io.bellhop.core.people.PeopleModule;

/** The jobs of plugins and the schedules of people, kept in the core's database. */
public final class ScheduleModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(JobStore.class).to(JobTable.class);
        PeopleModule.belongings(binder()).addBinding().to(Schedules.class);
    }
}
