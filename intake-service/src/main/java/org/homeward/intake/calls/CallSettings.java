package org.homeward.intake.calls;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.intake.*}.
 *
 * @param callsKept how long a call stays that became no case
 */
@ConfigurationProperties("homeward.intake")
record CallSettings(Duration callsKept) {}
