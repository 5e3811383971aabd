package org.homeward.intake.carefiles;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.intake.care-files.*}.
 *
 * @param kept how long a file stays after a member last changed it
 */
@ConfigurationProperties("homeward.intake.care-files")
record CareFileSettings(Duration kept) {}
