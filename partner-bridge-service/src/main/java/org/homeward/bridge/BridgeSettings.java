package org.homeward.bridge;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.bridge.*}, as far as it is no room's.
 *
 * @param startPatience how long a start waits for store and broker
 * @param instance names this process among those that read the topics together
 */
@ConfigurationProperties("homeward.bridge")
record BridgeSettings(Duration startPatience, String instance) {}
