package org.homeward.console.pages;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.console.pages.*}.
 *
 * @param zone the time zone of the hotline, in which pages show and take times
 */
@ConfigurationProperties("homeward.console.pages")
record PageSettings(ZoneId zone) {}
