package org.homeward.alert.orders.posters;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.TrialAlert;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.TrialNotice;
import org.homeward.alert.trial.Volunteers;
import org.homeward.alert.trial.Wire;
import org.homeward.schema.facts.Says;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Staff make posters of what everybody may read now, and of nothing else. */
class PostersIT {

  private final TrialNode node = TrialNode.get();
  private final TrialAlert alerts = new TrialAlert(node);
  private final TrialCase trial = TrialCase.real();
  private final Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));

  private TrialNotice published() {
    return TrialNotice.of(alerts, trial, says);
  }

  private static String reason(Answer refused) {
    assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("no-poster-now");
    return refused.json().path("reason").asString();
  }

  @Test
  @Proves({3, 4})
  void posterHasWhatWasApprovedAndTheWayToItsPage() {
    TrialNotice notice = published();

    Answer outline = alerts.operator.get(notice.path("/poster"));
    Answer pdf = alerts.operator.get(notice.path("/poster/pdf"));
    Answer png = alerts.operator.get(notice.path("/poster/png?language=en"));
    Answer square = alerts.authority.get(notice.path("/poster/square"));

    assertThat(outline.status()).as(outline.toString()).isEqualTo(200);
    assertThat(outline.json().path("languages").toString()).isEqualTo("[\"sr\",\"en\"]");
    assertThat(outline.json().path("faces").asInt()).isZero();
    assertThat(outline.json().at("/leftOut/0/what").asString()).isEqualTo("face");
    assertThat(pdf.status()).isEqualTo(200);
    assertThat(pdf.header("Cache-Control")).contains("no-store");
    assertThat(ReadPoster.text(pdf.response().body()))
        .contains(Facts.NAME, notice.code(), "Novi Sad", "Proverite", "Not active: take down.")
        .doesNotContain(Facts.SECRET, "insulin", trial.id, trial.child, notice.alert);
    assertThat(png.status()).isEqualTo(200);
    for (Answer picture : List.of(png, square)) {
      assertThat(picture.header("Cache-Control")).contains("no-store");
      assertThat(ReadPoster.link(picture.response().body()))
          .isEqualTo(outline.json().path("link").asString())
          .endsWith("/n/" + notice.code());
    }
    assertThat(alerts.operator.get(notice.path("/poster/png?language=el")).status()).isEqualTo(422);
  }

  @Test
  @Proves({3, 6})
  void posterShowsThePictureThatEverybodyMaySee() {
    byte[] face = PosterSamples.plain(300, 400);
    var photo =
        node.intake()
            .publicPhoto(
                UUID.randomUUID().toString(),
                trial.child,
                Map.of("400", PosterSamples.noise(30, 40)),
                Map.of("400", face, "1600", face));
    TrialNotice notice = TrialNotice.of(alerts, trial, says, photo);

    JsonNode outline = alerts.operator.get(notice.path("/poster")).json();
    Answer pdf = alerts.operator.get(notice.path("/poster/pdf"));

    assertThat(outline.path("faces").asInt()).isEqualTo(1);
    assertThat(outline.path("leftOut")).isEmpty();
    assertThat(pdf.status()).isEqualTo(200);
    assertThat(new String(pdf.response().body(), ISO_8859_1))
        .as("a PDF has the picture as it is")
        .contains(new String(face, ISO_8859_1));
  }

  @Test
  @Proves(4)
  void nothingThatIsHeldOrOverIsPrinted() {
    TrialNotice notice = published();
    alerts.known(trial.braked(true));
    Answer braked = alerts.operator.get(notice.path("/poster/pdf"));
    assertThat(reason(braked)).isEqualTo("HELD");
    assertThat(braked.json().path("holds").toString()).isEqualTo("[\"CASE_BRAKED\"]");
    alerts.known(trial.braked(false));
    assertThat(alerts.operator.get(notice.path("/poster")).status()).isEqualTo(200);

    alerts.supervisor.command(notice.path("/cancel"), "");

    for (String form : List.of("", "/pdf", "/png", "/square")) {
      assertThat(reason(alerts.operator.get(notice.path("/poster" + form))))
          .isEqualTo("NOT_ACTIVE");
    }
  }

  @Test
  @Proves(3)
  void whatOnlyVolunteersMayKnowIsOnNoPoster() {
    alerts.known(trial.reported(says).released(says));
    String region = Volunteers.of(node).region;
    JsonNode draft = alerts.drafted(alerts.wish(trial, region));
    String path = TrialAlert.ALERTS + "/" + draft.path("alert").asString();

    assertThat(reason(alerts.operator.get(path + "/poster/pdf"))).isEqualTo("NOT_ACTIVE");
    alerts.approve(draft.path("alert").asString(), draft.path("preview").asString());
    assertThat(reason(alerts.operator.get(path + "/poster/pdf"))).isEqualTo("NOT_PUBLIC");
  }

  @Test
  @Proves({4, 7})
  void childWhoIsTakenOutIsOnNoPosterAnyMore() {
    String sister = trial.sibling();
    Says both =
        says.with()
            .children(
                Map.of(trial.child, Facts.boy(Facts.NAME, 9), sister, Facts.boy("Mila Nikolić", 7)))
            .build();
    TrialNotice notice = TrialNotice.of(alerts, trial, both);
    String before =
        ReadPoster.text(alerts.operator.get(notice.path("/poster/pdf")).response().body());
    assertThat(before).contains(Facts.NAME, "Mila Nikolić");

    alerts.supervisor.command(notice.path("/children/" + sister + "/withdraw"), "");

    String after =
        ReadPoster.text(alerts.operator.get(notice.path("/poster/pdf")).response().body());
    assertThat(after).contains(Facts.NAME).doesNotContain("Mila");
  }

  @Test
  @Proves(10)
  void lookIsRecordedAsOneForEverybody() {
    TrialNotice notice = published();
    String printer = "printer-" + UUID.randomUUID();
    Wire person = node.person(printer, "operator");

    assertThat(person.get(notice.path("/poster/square")).status()).isEqualTo(200);

    Answer looks = node.person("vera", "dpo").get("/api/v1/audit/alert?person=person-" + printer);
    assertThat(looks.json().at("/looks/0/purpose").asString()).isEqualTo("PUBLIC_ALERT");
  }

  @Test
  @Proves(9)
  void exerciseIsMarkedOnPaperAndOnTheSquare() {
    TrialCase exercise = TrialCase.exercise();
    TrialNotice notice =
        TrialNotice.of(alerts, exercise, Facts.says(exercise.child, Facts.boy(Facts.NAME, 9)));

    assertThat(alerts.operator.get(notice.path("/poster")).json().path("exercise").asBoolean())
        .isTrue();
    assertThat(ReadPoster.text(alerts.operator.get(notice.path("/poster/pdf")).response().body()))
        .contains("VEŽBA", "EXERCISE");
  }
}
