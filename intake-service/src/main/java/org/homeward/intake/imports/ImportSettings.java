package org.homeward.intake.imports;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.intake.imports.*}.
 *
 * @param kept how long the account of an import stays
 * @param reviewWithin when somebody should have reviewed what one brought
 * @param pause how long one waits when the store has no room
 */
@ConfigurationProperties("homeward.intake.imports")
record ImportSettings(Duration kept, Duration reviewWithin, Duration pause) {}
