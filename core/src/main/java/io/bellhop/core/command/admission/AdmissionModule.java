package io.bellhop.core.command.admission;

import com.google.inject.AbstractModule;
import io.bellhop.core.approval.ApprovedRuns;
import io.bellhop.core.event.broker.Admission;

/** Admits what is heard, what is fired, and what was approved. */
public final class AdmissionModule extends AbstractModule {
    /** Makes the module. */
    public AdmissionModule() {}

    @Override
    protected void configure() {
        bind(Admission.class).to(CommandRouter.class);
        bind(Firing.class).to(CommandRouter.class);
        bind(ApprovedRuns.class).to(ApprovedRequests.class);
    }
}
