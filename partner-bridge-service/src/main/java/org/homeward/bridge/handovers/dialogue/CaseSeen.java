package org.homeward.bridge.handovers.dialogue;

/**
 * The part of its own case that a handover has to know.
 *
 * @param version of the case
 */
public record CaseSeen(long version, boolean frozen, boolean ended, boolean erased) {}
