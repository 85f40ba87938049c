package io.bellhop.plugins.code;

import io.bellhop.plugins.code.engine.Engine;
import io.bellhop.plugins.code.engine.Language;

/**
 * A language together with the engine that runs it.
 *
 * @param language what
 * @param engine by what
 */
record Offer(Language language, Engine engine) {}
