package org.homeward.alert.orders.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.homeward.alert.node.LanguageTags;
import org.homeward.alert.orders.preview.Area;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.mail.MailResult;
import org.homeward.alert.subscribers.webhooks.SendToWebhook;
import org.homeward.schema.json.Json;

/**
 * Tells the systems of organisations, in JSON: the approved text, and codes and times beside it.
 */
final class WebhookSender implements Sender {

  private final SendToWebhook sendToWebhook;

  WebhookSender(SendToWebhook sendToWebhook) {
    this.sendToWebhook = sendToWebhook;
  }

  @Override
  public boolean serves(Destination to) {
    return to.address() instanceof Address.Endpoint;
  }

  @Override
  public boolean permits(Destination to) {
    return sendToWebhook.permits(endpoint(to).host());
  }

  @Override
  public boolean takesNew(Destination to) {
    Address.Endpoint endpoint = endpoint(to);
    return !endpoint.paused() && sendToWebhook.takesMore(endpoint.webhook());
  }

  @Override
  public boolean sendsSideBySide() {
    return true;
  }

  @Override
  public Session session() {
    return new Session() {
      @Override
      public MailResult send(
          Message message, Destination to, Instant deadline, BooleanSupplier isStill) {
        return sendToWebhook.send(
            endpoint(to).webhook(), id(message.id()), body(message), deadline, isStill);
      }

      @Override
      public void close() {}
    };
  }

  /** A batch asks about those only that it {@link #serves}. */
  private static Address.Endpoint endpoint(Destination to) {
    return (Address.Endpoint) to.address();
  }

  /** The same UUID as in the Message-ID of a mail. */
  private static String id(String message) {
    return "msg_" + message.replaceAll("[<>]|@.*", "");
  }

  /** Equal bytes for every repetition. */
  static byte[] body(Message message) {
    Occasion occasion = message.occasion();
    Map<String, Object> alert = new LinkedHashMap<>();
    if (occasion.reference() != null) {
      alert.put("reference", occasion.reference());
    }
    alert.put("edition", occasion.edition());
    alert.put("exercise", occasion.exercise());
    alert.put("language", LanguageTags.of(message.language()));
    alert.put("title", message.subject());
    alert.put("text", message.text());
    Area area = occasion.area();
    if (area != null) {
      alert.put("area", area);
    }
    Instant until = occasion.until();
    if (until != null) {
      alert.put("until", until.toString());
    }
    if (occasion.answer() != null) {
      alert.put("answer", occasion.answer().toString());
    }
    alert.put("follows", message.references().stream().map(WebhookSender::id).toList());
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("type", "alert." + occasion.kind().name().toLowerCase(Locale.ROOT));
    whole.put("timestamp", occasion.at().toString());
    whole.put("data", alert);
    return Json.mapper().writeValueAsString(whole).getBytes(UTF_8);
  }
}
