package org.homeward.alert.subscribers.preferences;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.alert.subscribers.destinations.QuietTime;
import org.homeward.alert.subscribers.destinations.Terms;
import org.homeward.alert.subscribers.subscriptions.Subscription;
import org.homeward.alert.subscribers.subscriptions.SubscriptionWish;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.schema.people.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** Shows a volunteer what is kept: what the page needs, or all of it to take along. */
final class ShowPreferences {

  private final GuardedDocuments<Subscription> subscriptions;
  private final KeepPhone keepPhone;
  private final boolean texts;

  /**
   * @param texts whether this node sends text messages
   */
  ShowPreferences(
      GuardedDocuments<Subscription> subscriptions, KeepPhone keepPhone, boolean texts) {
    this.subscriptions = subscriptions;
    this.keepPhone = keepPhone;
    this.texts = texts;
  }

  boolean hasTexts() {
    return texts;
  }

  /** Empty for somebody who has left. */
  Optional<Map<String, Object>> of(String subscription) {
    return confirmed(subscription)
        .map(
            owner -> {
              Map<String, Object> json = shown(owner);
              json.put("texts", texts);
              keepPhone
                  .present(subscription)
                  .ifPresent(phone -> json.put("phone", phone(phone.state())));
              return json;
            });
  }

  /** Everything that this service keeps of somebody. */
  Optional<Map<String, Object>> everything(String subscription) {
    return confirmed(subscription)
        .map(
            owner -> {
              Map<String, Object> json = shown(owner);
              json.put("confirmedAt", owner.confirmedAt().toString());
              json.put("joined", owner.joined());
              json.put("earlier", owner.earlier().stream().map(ShowPreferences::earlier).toList());
              json.put(
                  "phones",
                  keepPhone.all(subscription).stream().map(phone -> whole(phone.state())).toList());
              return json;
            });
  }

  private Optional<Subscription.Confirmed> confirmed(String subscription) {
    return subscriptions
        .find(subscription)
        .map(Guarded::state)
        .filter(Subscription.Confirmed.class::isInstance)
        .map(Subscription.Confirmed.class::cast);
  }

  private static Map<String, Object> shown(Subscription.Confirmed owner) {
    SubscriptionWish wish = owner.wish();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("email", owner.email());
    json.put("country", owner.country());
    json.put("exercise", owner.exercise());
    json.put("regions", wish.regions());
    json.put("language", wish.language().code());
    QuietTime quiet = wish.quiet();
    if (quiet != null) {
      json.put("quietFrom", quiet.from());
      json.put("quietTo", quiet.to());
      json.put("zone", quiet.zone());
    }
    return json;
  }

  private static Map<String, Object> earlier(Terms.Earlier wish) {
    return Map.of("regions", wish.regions(), "language", wish.language());
  }

  private static Map<String, Object> phone(VolunteerPhone phone) {
    Map<String, Object> json = new LinkedHashMap<>();
    PhoneNumber number = phone.number();
    json.put("number", number == null ? "" : number.e164());
    json.put("state", phone.state().name());
    put(json, "failed", phone.proof().reason());
    return json;
  }

  private static Map<String, Object> whole(VolunteerPhone phone) {
    Map<String, Object> json = phone(phone);
    json.put("registeredAt", phone.registeredAt().toString());
    List<String> codes = phone.proof().sentAt().stream().map(Instant::toString).toList();
    json.put("codesSentAt", codes);
    put(json, "provedAt", phone.proof().at());
    put(json, "droppedAt", phone.revokedAt());
    return json;
  }

  private static void put(Map<String, Object> json, String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, value.toString());
    }
  }
}
