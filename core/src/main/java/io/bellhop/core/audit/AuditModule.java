package io.bellhop.core.audit;

import com.google.inject.AbstractModule;
import io.bellhop.core.audit.search.AuditBelongings;
import io.bellhop.core.people.PeopleModule;

/** The audit: what takes down, keeps, checks and shows who did what. */
public final class AuditModule extends AbstractModule {
    private final AuditOptions options;

    /**
     * Makes the module. Who installs it binds {@link AuditAlarm}.
     *
     * @param options what the owner has set
     */
    public AuditModule(AuditOptions options) {
        this.options = options;
    }

    @Override
    protected void configure() {
        bind(AuditOptions.class).toInstance(options);
        bind(AuditTrail.class).to(Audit.class);
        PeopleModule.belongings(binder()).addBinding().to(AuditBelongings.class);
    }
}
