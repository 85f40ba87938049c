/** Which plugins are known and wanted, which of them can run together, and how what runs is made to agree with it. */
@NullMarked
package io.bellhop.core.plugin.roster;

import org.jspecify.annotations.NullMarked;
