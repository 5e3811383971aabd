package org.homeward.alert.orders.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.homeward.alert.orders.alerts.stored.AlertShapes;
import org.homeward.alert.orders.preview.AlertWish;
import org.homeward.alert.orders.preview.Area;
import org.homeward.alert.sight.SeeCase;
import org.homeward.alert.sight.SeenCase;
import org.homeward.alert.sight.Sights;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.Topic;
import org.homeward.alert.trial.TrialAlert;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.DocumentSettings;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.shape.JsonStateCodec;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.Json;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** A case may be erased while somebody writes about it. */
class DraftAlertIT {

  private final TrialNode node = TrialNode.get();
  private final TrialAlert alerts = new TrialAlert(node);
  private final TrialCase trial = TrialCase.real();

  private void awaitErasure() {
    var _ =
        Topic.of(node, "rs.alerts")
            .await(
                1,
                event ->
                    event.key().equals(trial.id)
                        && new String(event.value()).contains("erasure.done.v1"));
  }

  @Test
  @Proves(8)
  void draftMadeFromAnOldReadingOfTheCaseIsATombstoneAtOnce() {
    Says says = Facts.says(trial.child, Facts.boy("Stari Primerak", 9));
    alerts.known(trial.reported(says).released(says));
    Clock whileErasing =
        new Clock() {
          @Override
          public Instant instant() {
            if (trial.told().size() == 2) {
              node.publish(trial.id, List.of(trial.erased().last(), trial.forgotten().last()));
              awaitErasure();
            }
            return node.clock().instant();
          }

          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }
        };
    var drafts =
        new GuardedDocuments<>(
            node.bean(MongoDatabase.class),
            "alerts",
            new JsonStateCodec<>(Json.mapper(), Alert.class, AlertShapes.ALL),
            DocumentSettings.first(whileErasing),
            List.of());

    SeenCase seen = node.bean(SeeCase.class).see(trial.id, Sights.supervisor()).orElseThrow();
    AlertAnswer answer =
        new DraftAlert(drafts, node.bean(MakeProposal.class), node.bean(AlertStates.class))
            .draft(seen, wish(), new Command("late-" + trial.id, "h"));

    assertThat(answer)
        .isInstanceOfSatisfying(
            AlertAnswer.Done.class,
            made -> assertThat(made.alert().state()).isInstanceOf(Alert.Erased.class));
  }

  private AlertWish wish() {
    return new AlertWish(
        new Area("RS", List.of("RS-00")),
        List.of("sr"),
        Map.of(),
        alerts.in(Duration.ofHours(3)),
        alerts.entry,
        "K-17/26");
  }
}
