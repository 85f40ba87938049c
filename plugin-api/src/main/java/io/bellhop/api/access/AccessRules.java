package io.bellhop.api.access;

import java.util.Collection;

/**
 * What the bot checks commands by. One plugin at a time gives the rules: the first that says something. The bot asks no
 * plugin while it admits commands, so that plugin tells it in advance, and of every change.
 *
 * <p>When the plugin is unloaded or crashes, its ranks are forgotten: then only commands for everyone answer, and only
 * owners pass above. What it required stays in force where it is more than what commands declare, even after a restart.
 *
 * <p>Injected; safe for use from any thread. What is said holds when a method returns, and requirements would survive a
 * crash then. All methods throw a {@link io.bellhop.api.error.BellhopException}, and change nothing: with the code
 * {@code access.taken} if another plugin gives the rules, with {@code access.gone} once this one is unloaded, with one
 * that begins with {@code storage.} if requirements can't be kept.
 */
public interface AccessRules {
    /**
     * Puts other rules in the place of all that this plugin has given, at once. To be called when the plugin starts,
     * even with no rules.
     *
     * @param rules the rules
     */
    void replace(Collection<? extends AccessRule> rules);

    /**
     * Adds a rule, in the place of the one for the same user, role or command in the same space.
     *
     * @param rule the rule
     */
    void put(AccessRule rule);

    /**
     * Removes the rule for the same user, role or command in the same space, whatever it says.
     *
     * @param rule a rule for the same
     */
    void remove(AccessRule rule);
}
