package org.homeward.alert.subscribers.mail;

import java.util.Map;

/**
 * One key for all addresses of a mailbox. Many spellings lead to one mailbox, and an attacker who
 * floods it uses a new one each time.
 *
 * <p>Two mailboxes that are taken for one share a quiet hour: who asks second within it gets the
 * usual answer and no mail, and has to ask again later. Somebody who asks for one of them every
 * hour can keep the other out.
 */
public final class SameMailbox {

  /**
   * @param domain the one name of several
   * @param ignored characters that its addresses may have or not have
   */
  private record Provider(String domain, String ignored) {}

  private static final Provider GOOGLE = new Provider("gmail.com", ".");
  private static final Provider PROTON = new Provider("proton.me", ".-_");

  // Google: https://support.google.com/mail/answer/7436150 (dots; they count at an organisation's
  // own domain). googlemail.com: the rules of the library email-normalize.
  // Proton: https://www.sindastra.de/p/1775/protonmail-dots-hyphens-and-underscores.
  private static final Map<String, Provider> PROVIDERS =
      Map.of(
          "gmail.com", GOOGLE,
          "googlemail.com", GOOGLE,
          "proton.me", PROTON,
          "protonmail.com", PROTON,
          "pm.me", PROTON);

  private SameMailbox() {}

  /**
   * @param address a good one
   */
  public static String keyOf(String address) {
    String mailbox = EmailAddress.mailboxOf(address);
    int at = mailbox.lastIndexOf('@');
    String domain = mailbox.substring(at + 1);
    Provider provider = PROVIDERS.getOrDefault(domain, new Provider(domain, ""));
    String untagged = untagged(mailbox.substring(0, at));
    return without(provider.ignored(), untagged) + "@" + provider.domain();
  }

  /** RFC 5233: what follows the first plus is the owner's own affair. */
  private static String untagged(String local) {
    int plus = local.indexOf('+');
    return plus > 0 ? local.substring(0, plus) : local;
  }

  private static String without(String ignored, String local) {
    StringBuilder kept = new StringBuilder();
    local.chars().filter(c -> ignored.indexOf(c) < 0).forEach(c -> kept.append((char) c));
    return kept.toString();
  }
}
