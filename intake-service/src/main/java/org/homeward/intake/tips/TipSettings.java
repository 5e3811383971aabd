package org.homeward.intake.tips;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.intake.tips.*}.
 *
 * @param kept how long a tip stays that belongs to no case, and one of a case after its end
 * @param ofClient how many one client may send within an hour
 * @param ofNode how many this process takes within an hour
 * @param picturesProtocol the reference of what was agreed in writing with police or prosecutor
 *     about pictures of strangers; empty as long as nothing is, and then none is taken
 * @param originalsKept how long a picture is kept as it came, for police
 * @param emergencySerbia the number of the police in Serbia
 * @param emergencyEu the emergency number of the European Union
 */
@ConfigurationProperties("homeward.intake.tips")
record TipSettings(
    Duration kept,
    int ofClient,
    int ofNode,
    String picturesProtocol,
    Duration originalsKept,
    String emergencySerbia,
    String emergencyEu) {

  TipSettings {
    if (ofClient < 1 || ofNode < 1) {
      throw new IllegalArgumentException("homeward.intake.tips are not positive");
    }
    if (originalsKept.isNegative() || originalsKept.isZero()) {
      throw new IllegalArgumentException("homeward.intake.tips.originals-kept is not positive");
    }
  }

  /** Pictures of strangers are taken under a written protocol alone. */
  boolean takesPictures() {
    return !picturesProtocol.isBlank();
  }
}
