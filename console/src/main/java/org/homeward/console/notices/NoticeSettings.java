package org.homeward.console.notices;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.console.notices.*}: whom to call.
 *
 * @param hotline the number of the hotline
 * @param emergencySerbia the number of the police in Serbia
 * @param emergencyEu the emergency number of the European Union
 */
@ConfigurationProperties("homeward.console.notices")
record NoticeSettings(String hotline, String emergencySerbia, String emergencyEu) {

  /** As a link of a telephone has it. */
  String dialled() {
    return hotline.replaceAll("[^+0-9]", "");
  }
}
