package io.bellhop.api.plugin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface that a plugin offers to those that depend on it. The interface is in a package that the plugin
 * exports; a {@link ChatPlugin} class that implements it is the service. Dependents get a handle: once the plugin is
 * unloaded its methods throw a {@link io.bellhop.api.error.BellhopException} with the code {@code plugin.service-gone}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Service {}
