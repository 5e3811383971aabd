package org.homeward.alert.subscribers.sms;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The state in a receipt, which is a text with a customary form (SMPP 3.4, appendix B). */
final class ReceiptState {

  static final Set<String> ALL =
      Set.of(
          "delivrd", "expired", "deleted", "undeliv", "acceptd", "enroute", "rejectd", "unknown");

  private static final Pattern STATE = Pattern.compile("\\bstat:([A-Z]{1,10})\\b");

  private ReceiptState() {}

  /** One of {@link #ALL}. */
  static String of(String receipt) {
    Matcher state = STATE.matcher(receipt);
    String told = state.find() ? state.group(1).toLowerCase(Locale.ROOT) : "";
    return ALL.contains(told) ? told : "unknown";
  }
}
