package io.bellhop.plugins.code.turn;

import io.bellhop.plugins.code.engine.choice.Ran;
import io.bellhop.plugins.code.history.Run;
import java.util.OptionalInt;

/**
 * A run that has ended.
 *
 * @param ran how it went
 * @param run the same as it is remembered
 * @param number its number in its user's history, or empty if it could not be remembered
 * @param wasUnasked whether it waited for input for which its user was not asked, since other programs wait for theirs
 */
public record Done(Ran ran, Run run, OptionalInt number, boolean wasUnasked) {}
