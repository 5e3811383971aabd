package org.homeward.intake.providers;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.intake.providers.*}.
 *
 * @param checkEvery after how long somebody has to ask a provider again whether all is still so
 */
@ConfigurationProperties("homeward.intake.providers")
record ProviderSettings(Duration checkEvery) {}
