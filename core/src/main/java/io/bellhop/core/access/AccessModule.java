package io.bellhop.core.access;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.bellhop.api.chat.UserId;
import java.util.Set;

/** Who may do what. */
public final class AccessModule extends AbstractModule {
    private final Set<UserId> owners;
    private final RankSource ranks;

    /**
     * Makes the module.
     *
     * @param owners who runs the bot
     * @param ranks knows the ranks of all others
     */
    public AccessModule(Set<UserId> owners, RankSource ranks) {
        this.owners = Set.copyOf(owners);
        this.ranks = ranks;
    }

    @Override
    protected void configure() {
        bind(RankSource.class).toInstance(ranks);
    }

    @Provides
    @Owners
    Set<UserId> owners() {
        return owners;
    }
}
