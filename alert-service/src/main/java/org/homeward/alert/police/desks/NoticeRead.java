package org.homeward.alert.police.desks;

import java.time.Instant;

/**
 * A notice that a desk has read, by the audit trail.
 *
 * @param times how often it was in an answer to the desk's program or people
 */
record NoticeRead(String notice, Instant first, Instant last, long times) {}
