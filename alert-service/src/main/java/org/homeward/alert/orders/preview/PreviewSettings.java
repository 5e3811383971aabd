package org.homeward.alert.orders.preview;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code homeward.alerts.*}.
 *
 * @param zone in which alerts say until when they hold
 */
@ConfigurationProperties("homeward.alerts")
record PreviewSettings(@DefaultValue("UTC") ZoneId zone) {}
