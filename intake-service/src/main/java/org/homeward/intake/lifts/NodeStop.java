package org.homeward.intake.lifts;

/**
 * The last stop of the whole node that alert told of. It names no case, so each lift asks for it
 * instead.
 *
 * @param version of alert's document; a later stop has a higher one
 */
record NodeStop(long version) {}
