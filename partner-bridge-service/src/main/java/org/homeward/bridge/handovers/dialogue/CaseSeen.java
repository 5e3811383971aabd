package org.homeward.bridge.handovers.dialogue;

/**
 * What a handover has to know of its owner's case.
 *
 * @param version of the case
 */
public record CaseSeen(long version, boolean frozen, boolean ended, boolean erased) {}
