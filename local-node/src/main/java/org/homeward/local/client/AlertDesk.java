package org.homeward.local.client;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** One person's requests about alerts and stops. */
public final class AlertDesk {
  private static final String ALERTS = "/api/v1/alerts";
  private static final String STOPS = "/api/v1/stops";

  private final HotlineClient person;

  public AlertDesk(HotlineClient person) {
    this.person = person;
  }

  /** An alert to the volunteers of a whole country, in English and Serbian. */
  public static String volunteerAlert(
      String caseId, String country, String authority, String words, Instant until) {
    return alert("VOLUNTEER", caseId, country, authority, words, until);
  }

  /** The same to everybody, on a page. */
  public static String publicAlert(
      String caseId, String country, String authority, String words, Instant until) {
    return alert("PUBLIC", caseId, country, authority, words, until);
  }

  private static String alert(
      String audience,
      String caseId,
      String country,
      String authority,
      String words,
      Instant until) {
    return """
        {
          "case": "%s", "audience": "%s",
          "area": {"country": "%s", "regions": []},
          "languages": ["en", "sr"],
          "text": {"en": "%s", "sr": "%s"},
          "until": "%s", "authority": "%s", "reference": "AL-4417/26"
        }
        """
        .formatted(caseId, audience, country, words, words, until, authority);
  }

  public Answer draft(String alert, String key) {
    return person.post(ALERTS, alert, key, "");
  }

  public Answer correct(String id, String patch, String etag) {
    var request =
        person
            .to(ALERTS + "/" + id)
            .header("Content-Type", "application/json")
            .header("If-Match", etag)
            .method("PATCH", BodyPublishers.ofString(patch));
    return person.send(request.build());
  }

  public Answer read(String id) {
    return person.get(ALERTS + "/" + id);
  }

  public Answer preview(String id) {
    return person.get(ALERTS + "/" + id + "/preview");
  }

  /** Refused because police have not checked orders, as far as alerts know by now. */
  public static boolean isUnchecked(Answer approval) {
    return approval.text("type").endsWith("orders-not-checked");
  }

  public Answer approve(String id, String hash, String key) {
    return person.post(ALERTS + "/" + id + "/approve", "{\"hash\": \"" + hash + "\"}", key, "");
  }

  public Answer update(String id, String words) {
    String texts = "{\"text\": {\"en\": \"%s\", \"sr\": \"%s\"}}".formatted(words, words);
    return person.post(ALERTS + "/" + id + "/updates", texts, HotlineClient.newKey(), "");
  }

  /**
   * The mailboxes of one state, with their addresses.
   *
   * @param state as {@code UNKNOWN}, or {@code REPEATED} for recipients who may have got a mail
   *     twice
   * @throws IllegalStateException when the node does not answer
   */
  public Set<String> mailboxes(String id, String state) {
    return new TreeSet<>(messages(id, state).values());
  }

  /** The same, by the Message-ID of each recipient's newest mail. */
  public Map<String, String> messages(String id, String state) {
    Map<String, String> addresses = new TreeMap<>();
    String after = "";
    do {
      String query = "/destinations?limit=200&state=" + state + after;
      Answer page = person.get(ALERTS + "/" + id + query);
      if (!page.isSuccess()) {
        throw new IllegalStateException("the list of mailboxes was answered " + page);
      }
      for (JsonNode line : page.json().path("destinations")) {
        if (!line.has("webhook")) { // the system of an organisation
          addresses.put(line.path("messageId").asString(""), line.path("email").asString(""));
        }
      }
      String next = page.text("next");
      after = next.isEmpty() ? "" : "&after=" + next;
    } while (!after.isEmpty());
    return addresses;
  }

  public Answer stopAlert(String id, String key) {
    return person.post(STOPS, "{\"scope\": \"ALERT\", \"id\": \"" + id + "\"}", key, "");
  }

  public Answer liftOfAlert(String id) {
    return person.post(STOPS + "/alert." + id + "/lift", "", HotlineClient.newKey(), "");
  }

  public Answer stops() {
    return person.get(STOPS);
  }
}
