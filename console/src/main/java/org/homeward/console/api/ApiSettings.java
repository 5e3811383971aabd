package org.homeward.console.api;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code homeward.console.api.*}.
 *
 * @param address where the console reaches the gateway
 * @param within how long an answer may take
 */
@ConfigurationProperties("homeward.console.api")
record ApiSettings(URI address, @DefaultValue("10s") Duration within) {}
