package io.bellhop.plugins.access;

import io.bellhop.api.access.AccessRule;
import io.bellhop.api.access.AccessRule.UserRank;
import io.bellhop.api.access.AccessRules;
import io.bellhop.api.plugin.ChatPlugin;
import io.bellhop.api.plugin.Lifecycle;
import jakarta.inject.Inject;
import java.util.ArrayList;

/** Tells the bot all ranks and requirements, before any command runs. */
@ChatPlugin
final class Start implements Lifecycle {
    private final AccessRules rules;
    private final RankTable ranks;
    private final RoleTable roles;
    private final RequirementTable requirements;

    @Inject
    Start(AccessRules rules, RankTable ranks, RoleTable roles, RequirementTable requirements) {
        this.rules = rules;
        this.ranks = ranks;
        this.roles = roles;
        this.requirements = requirements;
    }

    @Override
    public void start() {
        var all = new ArrayList<AccessRule>(roles.all());
        all.addAll(requirements.all());
        for (var row : ranks.all()) {
            if (row.rank() >= 0) { // the bot itself keeps who is ignored
                all.add(new UserRank(row.user(), row.space(), row.rank()));
            }
        }
        rules.replace(all);
    }
}
