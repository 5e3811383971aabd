package org.homeward.console.pages;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code homeward.console.pages.*}.
 *
 * @param zone the time zone of the hotline, in which pages show and take times
 * @param lockAfter a page that nobody uses for so long covers itself, and its session ends
 * @param address where the outside reaches this node, as {@code https://hotline.example.org}
 */
@ConfigurationProperties("homeward.console.pages")
record PageSettings(
    ZoneId zone, @DefaultValue("10m") Duration lockAfter, @DefaultValue("") String address) {}
