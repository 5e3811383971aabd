package org.homeward.console;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.console.*}.
 *
 * @param startPatience how long a start waits for the store
 */
@ConfigurationProperties("homeward.console")
record ConsoleSettings(Duration startPatience) {}
