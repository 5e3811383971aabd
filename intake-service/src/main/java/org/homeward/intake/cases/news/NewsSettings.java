package org.homeward.intake.cases.news;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.intake.*}.
 *
 * @param instance names this process among those that read topics together
 */
@ConfigurationProperties("homeward.intake")
record NewsSettings(String instance) {}
