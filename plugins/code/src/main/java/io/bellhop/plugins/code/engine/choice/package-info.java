/** Which engine runs a job: the languages of all engines under the names that people use, and who takes over. */
@NullMarked
package io.bellhop.plugins.code.engine.choice;

import org.jspecify.annotations.NullMarked;
