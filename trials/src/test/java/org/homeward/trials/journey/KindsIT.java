package org.homeward.trials.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.homeward.local.client.AlertDesk;
import org.homeward.local.client.Answer;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.PartnerDesk;
import org.homeward.local.client.Reports;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A threat that comes true at the border, and a child whom nobody knows, over the real wire. */
@ExtendWith(SharedNodes.class)
class KindsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Hotline hotline;
  private final HotlineClient ana;
  private final AlertDesk alerts;
  private final PartnerDesk partners;

  KindsIT(Hotline hotline) {
    this.hotline = hotline;
    this.ana = hotline.as("ana");
    this.alerts = new AlertDesk(hotline.as("jelena"));
    this.partners = new PartnerDesk(hotline.as("gordana"));
  }

  private Answer opened(String kind, String plate) {
    String report =
        Reports.missingBoy(plate, Clock.systemUTC().instant())
            .replaceFirst("\\{", "{\"kind\": \"" + kind + "\", ")
            .replaceFirst("\"feared\"", "\"courtOrders\": [\"TRAVEL_BAN\"], \"feared\"");
    Answer opened = ana.open(report, HotlineClient.newKey());
    assertThat(opened.status()).as(opened.body()).isEqualTo(201);
    return opened;
  }

  private Answer alert(String caseId, String authority, boolean isPublic) {
    Instant until = Clock.systemUTC().instant().plus(Duration.ofHours(2));
    return alerts.draft(
        isPublic
            ? AlertDesk.publicAlert(caseId, "RS", authority, "x", until)
            : AlertDesk.volunteerAlert(caseId, "RS", authority, "x", until),
        HotlineClient.newKey());
  }

  private static String problem(Answer answer) {
    return answer.text("type").replaceFirst(".*:", "");
  }

  private void nobodyOutsideIsTold(String caseId, String authority) {
    await()
        .atMost(PATIENCE)
        .until(() -> problem(alert(caseId, authority, false)).equals("not-a-search"));
    assertThat(problem(alert(caseId, authority, true))).isEqualTo("not-a-search");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                problem(partners.offer(caseId, "gr", HotlineClient.newKey()))
                    .equals("not-a-search"));
  }

  @Test
  @Proves({3, 6, 12})
  void aThreatIsPreparedUntoldAndBecomesASearchInOneStep() {
    Instant until = Clock.systemUTC().instant().plus(Duration.ofDays(9));
    String authority = hotline.newAuthority("Kinds " + UUID.randomUUID(), "\"p-1004\"", until);
    DeskLogin desk = hotline.newDesk("kinds", false);
    Answer opened = opened("AT_RISK", "NS-417-RISK");
    String id = opened.text("case");
    assertThat(opened.text("proposal")).isEqualTo("HOLD");
    String path = "/api/v1/cases/" + id;
    assertThat(ana.checkOrders(id, HotlineClient.newKey()).status()).isEqualTo(200);

    // One report for the police, who can stop a child at the border; what the mother confided not.
    Answer told =
        hotline
            .as("jelena")
            .release(id, opened.text("report"), desk.id(), opened.etag(), HotlineClient.newKey());
    if (told.status() == 412) {
      told =
          hotline
              .as("jelena")
              .release(
                  id,
                  opened.text("report"),
                  desk.id(),
                  ana.read(id).etag(),
                  HotlineClient.newKey());
    }
    assertThat(told.status()).as(told.body()).isEqualTo(200);
    Answer confided = ana.join(id, Reports.anotherCar("NS-418-HELD"), HotlineClient.newKey());
    await()
        .atMost(PATIENCE)
        .until(() -> hotline.desk(desk).newest().body().contains("\"kind\":\"AT_RISK\""));
    assertThat(hotline.desk(desk).newest().body())
        .as("a court forbids that the child leaves")
        .contains("NOT MISSING, AT RISK", "TRAVEL_BAN");
    nobodyOutsideIsTold(id, authority);

    Answer step = ana.post(path + "/missing", "{\"reason\": \"gone\"}", HotlineClient.newKey(), "");

    assertThat(step.status()).as(step.body()).isEqualTo(200);
    assertThat(step.json().path("held").toString())
        .isEqualTo("[\"" + confided.text("report") + "\"]");
    await().atMost(PATIENCE).until(() -> alert(id, authority, false).status() == 201);
    for (boolean isPublic : new boolean[] {false, true}) {
      Answer drafted = alert(id, authority, isPublic);
      assertThat(alerts.preview(drafted.text("alert")).body())
          .as("what volunteers and everybody read")
          .doesNotContain("TRAVEL_BAN", "court", "NS-418-HELD", "insulin", Reports.CHILD_WORDS);
    }
    Answer[] offered = new Answer[1];
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              offered[0] = partners.offer(id, "gr", HotlineClient.newKey());
              return offered[0].status() == 201;
            });
    assertThat(partners.read(offered[0].text("handover")).body())
        .as("what the partner reads of an offer")
        .doesNotContain("TRAVEL_BAN", "NS-41", Reports.NAME);
    await()
        .atMost(PATIENCE)
        .until(() -> !hotline.desk(desk).newest().body().contains("\"kind\":\"AT_RISK\""));
    assertThat(hotline.desk(desk).newest().body())
        .contains("TRAVEL_BAN", "NS-417-RISK")
        .doesNotContain("NS-418-HELD");
  }

  @Test
  @Proves({3, 6})
  void aChildWhomNobodyKnowsIsToldToNobodyButPolice() {
    Instant until = Clock.systemUTC().instant().plus(Duration.ofDays(9));
    String authority = hotline.newAuthority("Kinds " + UUID.randomUUID(), "\"p-1004\"", until);

    nobodyOutsideIsTold(opened("UNIDENTIFIED", "NS-419-FOUND").text("case"), authority);
  }
}
