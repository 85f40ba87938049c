package io.bellhop.plugins.code.service;

import java.util.List;

/**
 * A language that can be run.
 *
 * @param name what it is called, in lower case
 * @param aliases other names, in lower case
 * @param highlight the tag of a fence that holds such a program
 */
public record CodeLanguage(String name, List<String> aliases, String highlight) {}
