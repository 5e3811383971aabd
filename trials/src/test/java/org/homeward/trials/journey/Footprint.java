package org.homeward.trials.journey;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.client.Hotline;
import org.homeward.trials.topics.Topics;
import tools.jackson.databind.JsonNode;

/**
 * What a node holds and has said, and its neighbour too, as far as it shows from outside; equal
 * when nothing happened.
 *
 * @param cases case id → version and number of reports
 */
record Footprint(
    Map<String, String> cases,
    int desks,
    Map<TopicPartition, Long> topics,
    Map<TopicPartition, Long> topicsAbroad,
    String feed,
    int mails) {
  private static final int PAGE = 200;

  static Footprint of(Hotline hotline, Topics topics, Topics abroad, DeskLogin desk) {
    Map<String, String> cases = new TreeMap<>();
    for (String standing : new String[] {"OPEN", "FROZEN", "ENDED"}) {
      String after = "";
      JsonNode page;
      do {
        page =
            hotline
                .as("ana")
                .get("/api/v1/cases?standing=%s&limit=%d%s".formatted(standing, PAGE, after))
                .json();
        after = "&after=" + page.path("next").asString("");
        for (JsonNode line : page.path("cases")) {
          String id = line.path("id").asString("");
          cases.put(id, standing + " " + line.path("version") + " " + line.path("held"));
        }
      } while (page.has("next"));
    }
    int desks = hotline.as("nikola").get("/api/v1/desks").json().path("desks").size();
    return new Footprint(
        cases, desks, topics.ends(), abroad.ends(), hotline.desk(desk).head(), mails(hotline));
  }

  /** Mailboxes whose server hides what became of a mail get it again half a minute later. */
  private static int mails(Hotline hotline) {
    return (int)
        hotline.mail().brief().stream()
            .filter(mail -> !mail.to().matches("(hang|drop)-.*"))
            .count();
  }
}
