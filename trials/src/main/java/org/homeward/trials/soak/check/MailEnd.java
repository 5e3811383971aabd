package org.homeward.trials.soak.check;

import java.time.Instant;

/**
 * A mail as it arrived.
 *
 * @param alert the mark of its alert; empty when it belongs to none
 * @param answers the Message-ID that it answers, as an end does; empty when it answers none
 */
public record MailEnd(String to, String messageId, Instant at, String alert, String answers) {}
