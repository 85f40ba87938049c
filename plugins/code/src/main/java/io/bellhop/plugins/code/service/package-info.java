/** What the plugin offers to others: to have code run as {@code !run} would. */
@NullMarked
package io.bellhop.plugins.code.service;

import org.jspecify.annotations.NullMarked;
