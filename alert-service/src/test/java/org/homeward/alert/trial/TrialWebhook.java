package org.homeward.alert.trial;

import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.subscriptions.SubscriptionNumbers;
import tools.jackson.databind.JsonNode;

/** A webhook that was registered, and what people do with it. */
public record TrialWebhook(TrialNode node, String id, String secret) {

  public static final String PATH = "/api/v1/webhooks";
  private static final int STEP = 1_000;

  public static String wish(String url, String region, String language, boolean exercise) {
    return """
        {"name": "Crveni krst", "url": "%s", "country": "RS", "regions": ["%s"],
         "language": "%s", "audience": "VOLUNTEER", "exercise": %s}"""
        .formatted(url, region, language, exercise);
  }

  /** Registered, confirmed by another person, and not asked yet. */
  public static TrialWebhook confirmed(TrialNode node, String wish) {
    Answer made = node.admin().command(PATH, wish);
    if (made.status() != 201) {
      throw new AssertionError(made);
    }
    String id = node.confirmed("webhooks", made);
    return new TrialWebhook(node, id, made.json().path("secret").asString());
  }

  /** One that has repeated its challenge and has its number. */
  public static TrialWebhook live(TrialNode node, String url, String region, String language) {
    TrialWebhook webhook = confirmed(node, wish(url, region, language, false));
    webhook.becomes("LIVE");
    webhook.destination();
    return webhook;
  }

  public JsonNode read() {
    return node.admin().get(PATH + "/" + id).json();
  }

  public JsonNode becomes(String state) {
    return await().until(this::read, now -> now.path("state").asString().equals(state));
  }

  public Answer command(Wire who, String what) {
    return who.post(
        PATH + "/" + id + "/" + what,
        "",
        "Idempotency-Key",
        UUID.randomUUID().toString(),
        "If-Match",
        "*");
  }

  /** Waits until it is numbered. */
  public Destination destination() {
    return await().until(this::numbered, found -> found != null);
  }

  private Destination numbered() {
    SubscriptionNumbers numbers = node.bean(SubscriptionNumbers.class);
    for (long first = 1; first <= numbers.watermark(); first += STEP) {
      for (Destination there : numbers.range(first, first + STEP - 1).values()) {
        if (there.address() instanceof Address.Endpoint endpoint && endpoint.webhook().equals(id)) {
          return there;
        }
      }
    }
    return null;
  }
}
