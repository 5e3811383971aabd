package org.homeward.alert.subscribers.sms;

import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;

/** The sender that a message names; a network may write another in its place. */
record SmppSource(String address, TypeOfNumber type, NumberingPlanIndicator plan) {

  private static final String INTERNATIONAL = "\\+?[1-9][0-9]{8,14}";
  private static final String SHORT = "[0-9]{3,8}";
  private static final String LETTERS = "[A-Za-z0-9 ]{1,11}";

  static SmppSource of(String sender) {
    if (sender.matches(SHORT)) {
      return new SmppSource(sender, TypeOfNumber.UNKNOWN, NumberingPlanIndicator.ISDN);
    }
    if (sender.matches(INTERNATIONAL)) {
      return new SmppSource(
          sender.replace("+", ""), TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN);
    }
    if (sender.matches(LETTERS)) {
      return new SmppSource(sender, TypeOfNumber.ALPHANUMERIC, NumberingPlanIndicator.UNKNOWN);
    }
    throw new IllegalArgumentException(
        "the sender of text messages is a number, or up to 11 letters and digits");
  }
}
