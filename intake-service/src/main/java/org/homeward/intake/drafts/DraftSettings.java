package org.homeward.intake.drafts;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.intake.*}.
 *
 * @param draftsKept how long a draft stays that nobody saves
 */
@ConfigurationProperties("homeward.intake")
record DraftSettings(Duration draftsKept) {}
