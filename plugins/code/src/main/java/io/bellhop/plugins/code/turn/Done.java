package io.bellhop.plugins.code.turn;

import io.bellhop.plugins.code.engine.choice.Ran;
import java.util.OptionalInt;

/**
 * A run that has ended.
 *
 * @param ran how it went
 * @param number its number in its user's history, or empty if it could not be remembered
 */
public record Done(Ran ran, OptionalInt number) {}
