package org.homeward.copies;

/**
 * A copy that was just stored.
 *
 * @param version of the case
 * @param first there was no copy before, so that nothing here can be about this case yet
 */
public record KeptCopy(String caseId, long version, CaseCopy copy, boolean first) {}
