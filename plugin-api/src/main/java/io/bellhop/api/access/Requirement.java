package io.bellhop.api.access;

/**
 * What it takes to run a command, beside the approvals that it declares.
 *
 * @param rank the least rank
 * @param approvals how many others must approve first, 0 for none
 */
public record Requirement(int rank, int approvals) {}
