package io.bellhop.core.access;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks the set of users who run the bot. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface Owners {}
