package org.homeward.local.rounds;

/**
 * What a caller was told in the end.
 *
 * @param plate that marks the report
 * @param location of the case; empty when the filing had no good end
 * @param released whether the release was answered 200
 * @param trouble what must not happen to a caller; empty when it has not
 */
record Told(String plate, String location, boolean released, String trouble) {}
