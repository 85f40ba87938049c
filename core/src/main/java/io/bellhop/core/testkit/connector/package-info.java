/**
 * What every connector does, for authors of connectors: {@link io.bellhop.core.testkit.connector.ConnectorContract}.
 */
@NullMarked
package io.bellhop.core.testkit.connector;

import org.jspecify.annotations.NullMarked;
