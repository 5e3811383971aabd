package org.homeward.alert.police.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.TrialNode.TrialDesk;
import org.homeward.schema.facts.Says;
import org.homeward.testkit.Proves;
import org.homeward.testkit.exclusion.ExclusionWalk;
import org.junit.jupiter.api.Test;

/** Desks that must not learn of a case, at every door that a desk's key opens. */
public class DeskWalkIT {

  /** The desks' doors; streams have tests of their own. */
  public static final String[] READS = {
    "GET /api/v1/feeds/police",
    "GET /api/v1/notices/{id}",
    "GET /api/v1/notices/{id}/cap",
    "GET /api/v1/notices/{id}/photos/{photo}/{size}"
  };

  private static final byte[] BYTES = {1, 2, 3};

  private final TrialNode node = TrialNode.get();
  private final TrialDesk named = node.newDesk("RS-00");
  private final TrialDesk excluded = node.newDesk(false);
  private final TrialDesk told = node.newDesk(false);
  private final TrialDesk elsewhere = node.newDesk("RS-20");
  private final TrialCase trial = TrialCase.real();

  private static String authorization(TrialDesk desk) {
    String both = desk.id() + ":" + desk.key();
    return "Authorization: Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8));
  }

  @Test
  @Proves({6, 10})
  void deskFindsWhatItFindsUnderAnUnknownId() {
    Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));
    trial.notTo("desk:" + excluded.id());
    node.publish(trial.reported(says).releasedTo(named.id(), says));
    node.publish(
        trial.id,
        List.of(
            trial
                .photo(
                    node.intake()
                        .photo(UUID.randomUUID().toString(), trial.child, Map.of("400", BYTES)))
                .last()));
    String photo =
        node.item(named, trial, item -> item.has("photos")).at("/photos/0/id").asString();
    trial.notTo("desk:" + excluded.id(), "desk:" + told.id());
    node.publish(trial.id, List.of(trial.amended(says).last()));
    node.item(told, trial, "WITHDRAWN");

    ExclusionWalk walk =
        new ExclusionWalk(Path.of("src/main/resources/openapi.yaml"), node.port(), node.commands())
            .as("an excluded desk", authorization(excluded))
            .as("a desk that is responsible elsewhere", authorization(elsewhere))
            .seenBy(authorization(named))
            .hidden("notice", node.noticeOf(trial))
            .hidden("photo", photo)
            .hidden("size", "400", "400")
            .body("POST /api/v1/notices/{id}/acknowledge", "{\"says\": \"SEEN\"}")
            .others("case", "child", "alert", "stop", "desk", "subscription", "authoritie")
            .others("token", "code", "webhook", "phone", "number", "poster")
            // Pictures of alerts are opened by no desk's key.
            .others(
                "GET /api/v1/alerts/{id}/photos/{number}/{size}",
                "GET /api/v1/public/notices/{code}/photos/{number}/{size}")
            .whereContentDecides();
    assertThat(walk.findings()).isEmpty();
    assertThat(walk.looks().only(READS).findings()).as("of a desk that may see it").isEmpty();
    assertThat(told.wire().get("/api/v1/notices/" + node.noticeOf(trial)).status()).isEqualTo(404);
  }
}
