package org.homeward.intake.rulings;

import java.time.Instant;

/** Nothing new of the case goes out, since then, by one person; the police are unaffected. */
public record Freeze(Instant at, String by) {}
