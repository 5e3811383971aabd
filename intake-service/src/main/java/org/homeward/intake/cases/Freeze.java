package org.homeward.intake.cases;

import java.time.Instant;

/** Nothing new of the case goes out, since then, by one person; the police are unaffected. */
record Freeze(Instant at, String by) {}
