package io.bellhop.core.command;

import io.bellhop.api.command.CommandDescription;

/** Stands in until the declaration is merged. */
public interface CommandDeclaration extends CommandDescription {}
