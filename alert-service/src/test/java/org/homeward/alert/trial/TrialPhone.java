package org.homeward.alert.trial;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.subscriptions.SubscriptionNumbers;
import tools.jackson.databind.JsonNode;

/** A phone that was registered, and what people do with it. */
public record TrialPhone(TrialNode node, String id, String number) {

  public static final String PATH = "/api/v1/phones";

  private static final int STEP = 1_000;
  private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");
  private static final AtomicInteger NUMBERS = new AtomicInteger(1_000);

  /** One that no other test has. */
  public static String newNumber() {
    return "+38164555" + NUMBERS.incrementAndGet();
  }

  public static String wish(String number, String region, String language, boolean exercise) {
    return """
        {"name": "Crveni krst", "number": "%s", "country": "RS", "regions": ["%s"],
         "language": "%s", "audience": "VOLUNTEER", "exercise": %s}"""
        .formatted(number, region, language, exercise);
  }

  /** Registered, confirmed by another person, and its code is on the way. */
  public static TrialPhone confirmed(TrialNode node, String number, String wish) {
    Answer made = node.admin().command(PATH, wish);
    if (made.status() != 201) {
      throw new AssertionError(made);
    }
    return new TrialPhone(node, node.confirmed("phones", made), number);
  }

  /** One whose code was read out, and that has its number. */
  public static TrialPhone live(TrialNode node, String region, String language) {
    String number = newNumber();
    TrialPhone phone = confirmed(node, number, wish(number, region, language, false));
    Answer proved = phone.prove(phone.code(1));
    if (proved.status() != 200) {
      throw new AssertionError(proved);
    }
    phone.destination();
    return phone;
  }

  public List<String> texts() {
    return node.smsc().texts(number);
  }

  /** The code in the nth text, once it has come. */
  public String code(int nth) {
    String text = await().until(this::texts, all -> all.size() >= nth).get(nth - 1);
    Matcher code = CODE.matcher(text);
    if (!code.find()) {
      throw new AssertionError("no code in " + text);
    }
    return code.group();
  }

  public JsonNode read() {
    return node.admin().get(PATH + "/" + id).json();
  }

  public Answer prove(String code) {
    return node.person("milan", "supervisor")
        .command(PATH + "/" + id + "/prove", "{\"code\": \"%s\"}".formatted(code));
  }

  public Answer command(Wire who, String what) {
    return who.post(
        PATH + "/" + id + "/" + what, "", "Idempotency-Key", UUID.randomUUID().toString());
  }

  /** Waits until it is numbered. */
  public Destination destination() {
    return await().until(this::numbered, found -> found != null);
  }

  private Destination numbered() {
    SubscriptionNumbers numbers = node.bean(SubscriptionNumbers.class);
    for (long first = 1; first <= numbers.watermark(); first += STEP) {
      for (Destination there : numbers.range(first, first + STEP - 1).values()) {
        if (there.address() instanceof Address.Phone phone && phone.phone().equals(id)) {
          return there;
        }
      }
    }
    return null;
  }
}
