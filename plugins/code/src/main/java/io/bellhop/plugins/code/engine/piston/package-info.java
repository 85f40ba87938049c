/** A pool of Piston servers, each of which may be lost: the nearest healthy one runs a job, and the next if it dies. */
@NullMarked
package io.bellhop.plugins.code.engine.piston;

import org.jspecify.annotations.NullMarked;
