package org.homeward.trials.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Reports;
import org.homeward.local.node.Neighbours;
import org.homeward.local.node.NodePlan;
import org.homeward.trials.topics.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One id joins what a request causes, from the door to the other country. */
@ExtendWith(SharedNodes.class)
class TraceIT {
  private static final String OFFER =
      """
      {"case": "%s", "partner": "gr", "reason": "ROUTE", "asks": ["POLICE_CONTACT"],
       "purpose": "PARTNER_SEARCH", "basis": "PUBLIC_TASK"}
      """;

  private final Hotline hotline;
  private final NodePlan rs;
  private final NodePlan gr;

  TraceIT(Hotline hotline, Neighbours nodes) {
    this.hotline = hotline;
    this.rs = nodes.rs().plan();
    this.gr = nodes.gr().plan();
  }

  @Test
  void aReportIsFollowedToThePoliceAndAnOfferToThePartner() {
    String report = newId();
    String release = newId();
    String offer = newId();
    String plate = "TRACE-" + report.substring(0, 6);
    String desk = hotline.newDesk("trace", false).id();

    Answer opened = post("ana", "/api/v1/reports", Reports.marked(plate), report, "");
    String path =
        "/api/v1/cases/" + opened.text("case") + "/reports/" + opened.text("report") + "/release";
    String how = "{\"desk\": \"%s\", \"basis\": \"VITAL_INTEREST\"}".formatted(desk);
    assertThat(post("ana", path, how, release, opened.etag()).status()).isEqualTo(200);
    for (String service : List.of("gateway", "intake", "alert", "bridge")) {
      awaitIn(rs, service, report);
      awaitIn(rs, service, release);
    }
    awaitOnTopic("rs.cases", report);
    awaitOnTopic("rs.alerts", release); // the notice is a reaction to the release

    String asked = OFFER.formatted(opened.text("case"));
    assertThat(post("gordana", "/api/v1/handovers", asked, offer, "").status()).isEqualTo(201);
    awaitOnTopic("rs.handovers", offer);
    awaitIn(rs, "intake", offer);
    for (String service : List.of("gateway", "bridge", "intake")) {
      awaitIn(gr, service, offer);
    }
  }

  private Answer post(String login, String path, String body, String trace, String etag) {
    var request =
        hotline
            .as(login)
            .to(path)
            .header("Idempotency-Key", HotlineClient.newKey())
            .header("Content-Type", "application/json")
            .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
    if (!etag.isEmpty()) {
      request.header("If-Match", etag);
    }
    var last = new AtomicReference<Answer>();
    await() // a case copy may be on its way: not known yet, or perhaps behind
        .until(
            () -> {
              last.set(hotline.http().send(request.POST(BodyPublishers.ofString(body)).build()));
              return last.get().status() != 404 && last.get().status() != 409;
            });
    return last.get();
  }

  private static void awaitIn(NodePlan node, String service, String trace) {
    await()
        .alias("in " + service + " of " + node.name())
        .until(() -> log(node, service).contains(trace));
  }

  private void awaitOnTopic(String topic, String trace) {
    try (var topics = new Topics(rs.broker())) {
      await()
          .alias("on " + topic)
          .untilAsserted(
              () ->
                  assertThat(topics.headers(topic))
                      .filteredOn(header -> header.startsWith("ce_traceparent="))
                      .allMatch(header -> header.matches(".*=00-[0-9a-f]{32}-[0-9a-f]{16}-00"))
                      .anyMatch(header -> header.contains(trace)));
    }
  }

  private static String log(NodePlan node, String service) {
    try {
      return Files.readString(node.log(node.process(service)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String newId() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
