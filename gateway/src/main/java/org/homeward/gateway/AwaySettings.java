package org.homeward.gateway;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.gateway-away.*}: whom to call while there are no pages.
 *
 * @param hotline the number of the hotline
 * @param emergencySerbia the number of the police in Serbia
 * @param emergencyEu the emergency number of the European Union
 */
@ConfigurationProperties("homeward.gateway-away")
record AwaySettings(String hotline, String emergencySerbia, String emergencyEu) {

  /** As a link of a telephone has it. */
  String dialled() {
    return hotline.replaceAll("[^+0-9]", "");
  }
}
