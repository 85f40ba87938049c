/** The sandbox attacks itself, so that its owner knows which layers hold here. */
@NullMarked
package io.bellhop.plugins.code.engine.sandbox.selftest;

import org.jspecify.annotations.NullMarked;
