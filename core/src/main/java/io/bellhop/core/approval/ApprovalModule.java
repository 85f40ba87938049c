package io.bellhop.core.approval;

import com.google.inject.AbstractModule;
import io.bellhop.core.people.PeopleModule;

/** Approvals. Who installs it binds {@link ApprovedRuns}. */
public final class ApprovalModule extends AbstractModule {
    @Override
    protected void configure() {
        PeopleModule.belongings(binder()).addBinding().to(ApprovalBelongings.class);
        bind(Approvals.class);
        bind(ApprovalCommands.class);
    }
}
