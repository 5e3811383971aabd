package org.homeward.intake.finding;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.intake.*}.
 *
 * @param indexMost how many cases the index takes; some 5 KB of memory each
 */
@ConfigurationProperties("homeward.intake")
record FindingSettings(int indexMost) {}
