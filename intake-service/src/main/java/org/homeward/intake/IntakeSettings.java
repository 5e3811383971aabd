package org.homeward.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.intake.*}.
 *
 * @param startPatience how long a start waits for store and broker
 */
@ConfigurationProperties("homeward.intake")
record IntakeSettings(Duration startPatience) {}
