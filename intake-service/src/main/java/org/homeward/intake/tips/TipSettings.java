package org.homeward.intake.tips;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.intake.tips.*}.
 *
 * @param kept how long a tip stays that belongs to no case, and one of a case after its end
 * @param ofClient how many one client may send within an hour
 * @param ofNode how many this process takes within an hour
 * @param emergencySerbia the number of the police in Serbia
 * @param emergencyEu the emergency number of the European Union
 */
@ConfigurationProperties("homeward.intake.tips")
record TipSettings(
    Duration kept, int ofClient, int ofNode, String emergencySerbia, String emergencyEu) {

  TipSettings {
    if (ofClient < 1 || ofNode < 1) {
      throw new IllegalArgumentException("homeward.intake.tips are not positive");
    }
  }
}
