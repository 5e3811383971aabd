package org.homeward.intake.shifts;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.intake.*}.
 *
 * @param shiftsKept how long the words of a shift stay
 */
@ConfigurationProperties("homeward.intake")
record ShiftSettings(Duration shiftsKept) {}
