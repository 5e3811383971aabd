package org.homeward.local.client;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.regex.Pattern;
import org.homeward.local.client.MailPage.Mail;

/** A volunteer, who has a mailbox and no login, only the links in their mails. */
public final class Volunteer {
  private static final Pattern CONFIRM = link("confirm");
  private static final Pattern LEAVE = link("leave");

  private final Hotline hotline;
  private final String address;

  public Volunteer(Hotline hotline, String address) {
    this.hotline = hotline;
    this.address = address;
  }

  public String address() {
    return address;
  }

  /** Subscribes to alerts of the whole country; safe to repeat. */
  public Answer ask(String language) {
    String wish =
        """
        {"email": "%s", "country": "%s", "regions": [], "language": "%s"}
        """
            .formatted(address, hotline.country(), language);
    var request =
        Http.to(hotline.node().door().resolve("/api/v1/subscriptions"))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", HotlineClient.newKey())
            .POST(BodyPublishers.ofString(wish));
    return hotline.http().send(request.build());
  }

  /** Oldest first. */
  public List<Mail> mails() {
    return hotline.mail().to(address);
  }

  /** The link to confirm in a mail; empty when it has none. */
  public static String confirmation(Mail mail) {
    return first(CONFIRM, mail.text());
  }

  /** The link to leave in a mail; empty when it has none. */
  public static String leaving(Mail mail) {
    return first(LEAVE, mail.header("List-Unsubscribe"));
  }

  /** Reads a page, which changes nothing. */
  public Answer look(String link) {
    return hotline.http().send(Http.to(URI.create(link)).build());
  }

  /** Presses the page's one button, as a browser does. */
  public Answer press(String link) {
    return form(link, "");
  }

  /** Leaves as mail programs do, without a page (RFC 8058). */
  public Answer leaveByOneClick(String link) {
    return form(link, "List-Unsubscribe=One-Click");
  }

  private Answer form(String link, String body) {
    return hotline
        .http()
        .send(
            Http.to(URI.create(link))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
  }

  private static Pattern link(String kind) {
    return Pattern.compile("https?://[^\\s<>\"]+/api/v1/subscriptions/" + kind + "/[A-Za-z0-9_-]+");
  }

  private static String first(Pattern pattern, String text) {
    var found = pattern.matcher(text);
    return found.find() ? found.group() : "";
  }
}
