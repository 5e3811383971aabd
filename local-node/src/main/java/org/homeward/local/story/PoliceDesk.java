package org.homeward.local.story;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.homeward.local.client.PoliceReader;
import org.homeward.local.node.Poll;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The desk's screen: the item of this episode, whenever it has become what somebody waits for. */
final class PoliceDesk {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(3);

  private final Episode episode;
  private @Nullable String notice;

  PoliceDesk(Episode episode) {
    this.episode = episode;
  }

  /** The item once it is as wanted; {@code what} names that. */
  JsonNode await(String what, Predicate<JsonNode> wanted) {
    PoliceReader police = episode.police();
    AtomicReference<@Nullable JsonNode> seen = new AtomicReference<>();
    Poll.until(
        PATIENCE,
        PAUSE,
        () -> {
          for (JsonNode item : police.allAfter(episode.placeBefore())) {
            if (isOurs(item) && wanted.test(item)) {
              seen.set(item);
            }
          }
          return seen.get() != null;
        });
    JsonNode item = seen.get();
    if (item == null) {
      throw new Mismatch(
          "the police to see " + what, "nothing of it in " + PATIENCE.toSeconds() + " s");
    }
    notice = item.path("id").asString("");
    return item;
  }

  /** The notice's own id, once police have seen it. */
  String notice() {
    return Expect.reached("the notice", notice);
  }

  private boolean isOurs(JsonNode item) {
    return notice == null
        ? PoliceReader.plate(item).equals(episode.plate)
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
