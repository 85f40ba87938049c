package io.bellhop.plugins.code.engine.sandbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** Passes the tests of a class over where no sandbox can be made. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(
        value = "io.bellhop.plugins.code.engine.sandbox.Namespaces#arePossible",
        disabledReason = "no sandbox can be made here: is bubblewrap installed, and does the kernel allow namespaces?")
public @interface NeedsSandbox {}
