package org.homeward.intake.cases;

import java.time.Instant;

/**
 * One line of a case's timeline.
 *
 * @param n the version of its subject that it made
 * @param type such as {@code handover.accepted.v1}
 * @param by opaque id of a person or reaction
 */
public record Happening(long n, String type, Instant at, String by) {}
