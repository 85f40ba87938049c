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
 * @param cut why its input ended although nobody had ended it: a sentence, or empty
 */
public record Done(Ran ran, Run run, OptionalInt number, String cut) {}
