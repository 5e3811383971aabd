package org.homeward.intake.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.intake.*}.
 *
 * @param startPatience how long a start waits for store and broker
 * @param instance names this process among those that read topics together
 */
@ConfigurationProperties("homeward.intake")
record IntakeSettings(Duration startPatience, String instance) {}
