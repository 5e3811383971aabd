package org.homeward.trials.story;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.homeward.local.client.Answer;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.PoliceReader;
import org.homeward.trials.story.Expect.Known;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a desk's feed until the item with one plate matches. */
final class PoliceDesk {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Hotline hotline;
  private final String plate;
  private final Known<DeskLogin> login = new Known<>("the desk");
  private final Known<String> placeBefore = new Known<>("the feed's place");
  private @Nullable String notice;

  PoliceDesk(Hotline hotline, String plate) {
    this.hotline = hotline;
    this.plate = plate;
  }

  /** A desk for the whole country. */
  void register(String name) {
    register(hotline.registerDesk(name, false));
  }

  /** A desk for one region. */
  void register(String name, String region) {
    register(hotline.registerRegionalDesk(name, region));
  }

  /**
   * The desk gets its key, which opens nothing until it is confirmed, and notes where its feed
   * stands before anything was reported.
   */
  private void register(Answer answer) {
    Answer registered = Expect.status(201, answer);
    var given = new DeskLogin(registered.text("id"), registered.text("key"));
    Expect.that("a key", given.key().length() >= 40);
    login.is(given);
    Expect.status(401, reader().newest());
    Expect.status(200, hotline.confirmDesk(registered));
    placeBefore.is(Expect.status(200, reader().newest()).text("head"));
  }

  DeskLogin login() {
    return login.get();
  }

  PoliceReader reader() {
    return hotline.desk(login());
  }

  /** Everything on the feed since the desk was registered. */
  List<JsonNode> all() {
    return reader().allAfter(placeBefore.get());
  }

  /** The item once it matches; {@code what} names the expectation. */
  JsonNode await(String what, Predicate<JsonNode> wanted) {
    JsonNode item =
        Await.seen(
                "the police to see " + what,
                PATIENCE,
                () -> all().stream().filter(i -> isOurs(i) && wanted.test(i)).toList(),
                found -> !found.isEmpty())
            .getLast();
    notice = item.path("id").asString("");
    return item;
  }

  /** The notice's own id, once police have seen it. */
  String notice() {
    return Expect.reached("the notice", notice);
  }

  private boolean isOurs(JsonNode item) {
    return notice == null
        ? PoliceReader.plate(item).equals(plate)
        : item.path("id").asString("").equals(notice);
  }

  static String status(JsonNode item) {
    return item.path("status").asString("");
  }

  /** Whether the newest change names this part of the facts. */
  static boolean says(JsonNode item, String changed) {
    return item.path("changed").path(0).toString().contains("\"" + changed + "\"");
  }
}
