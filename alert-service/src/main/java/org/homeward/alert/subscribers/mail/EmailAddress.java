package org.homeward.alert.subscribers.mail;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The part of RFC 5321's mailboxes that people have: a dot-atom at a domain name, in ASCII. Quoted
 * local parts, address literals, comments, groups and display names are refused.
 */
public final class EmailAddress {

  private static final int MAX_LOCAL = 64;
  private static final int MAX_LENGTH = 254;
  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final Pattern LOCAL = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*");
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern DOMAIN =
      Pattern.compile("(?:" + LABEL + "\\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])");

  private EmailAddress() {}

  /** Whether a mail can be sent there, as far as its form tells. */
  public static boolean isGood(String address) {
    int at = address.lastIndexOf('@');
    return address.length() <= MAX_LENGTH
        && at > 0
        && at <= MAX_LOCAL
        && LOCAL.matcher(address.substring(0, at)).matches()
        && DOMAIN.matcher(address.substring(at + 1)).matches();
  }

  /** The address, or an exception that does not quote it. */
  public static String require(String address) {
    if (!isGood(address)) {
      throw new IllegalArgumentException("not an address a mail can be sent to");
    }
    return address;
  }

  /** The domain in lower case, by which servers differ. */
  public static String domainOf(String address) {
    return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  /** One spelling for all of a mailbox: no server tells upper from lower case. */
  public static String mailboxOf(String address) {
    return address.toLowerCase(Locale.ROOT);
  }
}
