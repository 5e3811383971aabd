package org.homeward.intake.family;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.intake.family.*}.
 *
 * @param zone in which a family hears when the next call comes
 */
@ConfigurationProperties("homeward.intake.family")
record FamilySettings(ZoneId zone) {}
