package io.bellhop.core.audit;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What the owner has set, and where what stands beside the database is kept.
 *
 * @param keep how long a row is kept
 * @param head the file that holds the head that was noted last; not beside the database, so that not both are lost or
 *     brought back together
 * @param exports the folder of exports that are too large for chat
 */
public record AuditOptions(Duration keep, Path head, Path exports) {}
