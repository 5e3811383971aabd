package org.homeward.alert.config;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code homeward.alerts.*}.
 *
 * @param zone in which alerts say until when they hold
 */
@ConfigurationProperties("homeward.alerts")
public record AlertsSettings(@DefaultValue("UTC") ZoneId zone) {}
