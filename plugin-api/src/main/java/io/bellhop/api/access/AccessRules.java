package io.bellhop.api.access;

import java.util.Collection;
import java.util.concurrent.CompletionStage;

/**
 * What the bot checks commands by. One plugin at a time gives the rules: the first that says something. The bot asks no
 * plugin while it admits commands, so that plugin tells it in advance, and of every change.
 *
 * <p>When the plugin is unloaded or crashes, its ranks are forgotten: then only commands for everyone answer, and only
 * owners pass above. What it required stays in force where it is more than what commands declare, even after a restart.
 *
 * <p>Injected; safe for use from any thread. All methods throw a {@link io.bellhop.api.error.BellhopException} with the
 * code {@code access.taken} if another plugin gives the rules, and with {@code access.gone} once this one is unloaded.
 */
public interface AccessRules {
    /**
     * Puts other rules in the place of all that this plugin has given, at once. To be called when the plugin starts,
     * even with no rules.
     *
     * @param rules the rules
     * @return completes when they hold and would survive a crash
     */
    CompletionStage<Void> replace(Collection<? extends AccessRule> rules);

    /**
     * Adds a rule, in the place of the one for the same user, role or command in the same space.
     *
     * @param rule the rule, which holds when this returns
     * @return completes when it would survive a crash
     */
    CompletionStage<Void> put(AccessRule rule);

    /**
     * Removes the rule for the same user, role or command in the same space, whatever it says.
     *
     * @param rule a rule for the same
     * @return completes when it would survive a crash that it is gone
     */
    CompletionStage<Void> remove(AccessRule rule);
}
