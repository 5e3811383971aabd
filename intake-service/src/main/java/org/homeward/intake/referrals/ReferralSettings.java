package org.homeward.intake.referrals;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.intake.referrals.*}.
 *
 * @param answerWithin the deadline of a step for which nobody names another one
 */
@ConfigurationProperties("homeward.intake.referrals")
record ReferralSettings(Duration answerWithin) {}
