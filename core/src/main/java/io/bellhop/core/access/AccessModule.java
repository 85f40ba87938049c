package io.bellhop.core.access;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.bellhop.api.access.Access;
import io.bellhop.api.access.IgnoreList;
import io.bellhop.api.chat.UserId;
import java.util.Set;

/** Who may do what. Where it is kept, in an {@link AccessStore}, is bound beside it. */
public final class AccessModule extends AbstractModule {
    private final Set<UserId> owners;

    /**
     * Makes the module.
     *
     * @param owners who runs the bot
     */
    public AccessModule(Set<UserId> owners) {
        this.owners = Set.copyOf(owners);
    }

    @Override
    protected void configure() {
        bind(Access.class).to(AccessPolicy.class);
        bind(IgnoreList.class).to(Ignored.class);
    }

    @Provides
    @Owners
    Set<UserId> owners() {
        return owners;
    }
}
