package org.homeward.alert.orders.openpages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.AlertStates;
import org.homeward.alert.orders.openphotos.ReadOpenPhoto;
import org.homeward.alert.orders.preview.FindAlertOfReference;
import org.homeward.alert.orders.stops.StopsInForce;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.PhotoFiles;
import org.homeward.alert.trial.Stored;
import org.homeward.alert.trial.TrialAlert;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.Wire;
import org.homeward.durable.command.DerivedIds;
import org.homeward.face.door.Clients;
import org.homeward.face.problem.ProblemException;
import org.homeward.schema.facts.CasePhoto;
import org.homeward.schema.facts.Says;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.JsonNode;

/** The picture of a public alert is there while it may be shown, and nowhere after that. */
class OpenPhotosIT {

  /** The bytes between a request for a few fields and one for a whole document. */
  private static final int FEW_FIELDS = 400;

  private static final String NEVER = "2222-22222";

  private final TrialNode node = TrialNode.get();
  private final TrialAlert alerts = new TrialAlert(node);
  private final PublicOrders orders = new PublicOrders(alerts);
  private final TrialCase trial = TrialCase.real();
  private final Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));
  private final Stranger stranger = new Stranger(node);
  private final String photo = UUID.randomUUID().toString();
  private final byte[] content = ("a part of the photo " + photo).getBytes(UTF_8);
  private String alert;
  private String code;

  @BeforeEach
  void published() {
    node.publish(trial.reported(says).released(says));
    alerts.known(trial.photo(cropped(content)));
    alert = alerts.started(orders.wish(trial, orders.entry()));
    code = orders.code(alert);
  }

  @AfterEach
  void leave() {
    stranger.close();
  }

  private CasePhoto cropped(byte[] shown) {
    return node.intake()
        .publicPhoto(
            photo,
            trial.child,
            Map.of("400", "with the street".getBytes(UTF_8)),
            Map.of("400", shown, "1600", shown));
  }

  private static String place(String code, String rest) {
    return OpenNoticesController.NOTICES + "/" + code + "/photos/" + rest;
  }

  private Stranger.Told picture() {
    return stranger.get(place(code, "1/400"));
  }

  private JsonNode named() {
    return stranger.notice(code).json().path("photos");
  }

  private long asked(String part) {
    return node.intake().asked().stream().filter(each -> each.startsWith(photo + part)).count();
  }

  private List<Path> files() {
    return PhotoFiles.of(
        node, node.bean(DerivedIds.class).of("open-photo", alert + "/" + photo, 0));
  }

  @Test
  @Proves({3, 6, 8})
  void everybodySeesThePartThatWasApprovedAndNothingElseOfThePhoto() throws IOException {
    JsonNode approved = alerts.authority.get(TrialAlert.ALERTS + "/" + alert + "/preview").json();
    assertThat(approved.at("/photos/0/digests/400").asString()).hasSize(64);
    Answer chosen = alerts.authority.get(TrialAlert.ALERTS + "/" + alert + "/photos/1/400");
    assertThat(chosen.text()).isEqualTo(new String(content, UTF_8));
    assertThat(files()).as("whoever decides keeps nothing").isEmpty();

    assertThat(named().path(0).path("number").asInt()).isEqualTo(1);
    assertThat(named().path(0).path("label").asString()).isEqualTo("UNCHANGED");
    assertThat(stranger.notice(code).body()).doesNotContain(photo, trial.child);
    Stranger.Told shown = picture();

    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.body()).isEqualTo(new String(content, UTF_8));
    assertThat(shown.headers().get("cache-control")).containsExactly("no-store");
    assertThat(shown.headers().get("content-type")).containsExactly("image/jpeg");
    assertThat(shown.headers().get("x-robots-tag").getFirst()).contains("noimageindex");
    assertThat(picture().body()).isEqualTo(shown.body());
    assertThat(asked("/public-400")).as("for the authority, and once for everybody").isEqualTo(2);
    assertThat(asked("/400") + asked("/1600")).isZero();
    assertThat(files()).hasSize(1);
    assertThat(new String(Files.readAllBytes(files().getFirst()), UTF_8))
        .doesNotContain("a part of the photo");
  }

  private enum Over {
    FROZEN,
    CASE_FROZEN,
    STOPPED,
    CANCELLED,
    TAKEN_BACK,
    SAID_FOUND,
    ENDED,
    ERASED
  }

  @ParameterizedTest
  @EnumSource
  @Proves({4, 7, 8})
  void whateverHasBecomeOfItNoPictureIsThereAndNoByteIsKept(Over how) {
    assertThat(picture().status()).isEqualTo(200);
    assertThat(stranger.get(place(code, "1/1600")).status()).isEqualTo(200);
    assertThat(files()).hasSize(2);

    become(how);

    Stranger.Told never = stranger.get(place(NEVER, "1/400"));
    await().until(() -> picture().seen().equals(never.seen()));
    assertThat(never.seen()).isEqualTo(stranger.notice(NEVER).seen());
    if (how != Over.TAKEN_BACK) {
      Stranger.Told gone = picture();
      assertThat(gone.heard().asked()).isEqualTo(never.heard().asked());
      assertThat(gone.heard().read() - never.heard().read()).isBetween(-FEW_FIELDS, FEW_FIELDS);
    }
    await().untilAsserted(() -> assertThat(files()).isEmpty());
  }

  private void become(Over how) {
    String path = TrialAlert.ALERTS + "/" + alert;
    switch (how) {
      case FROZEN -> {
        alerts.operator.command(path + "/freeze", "");
        alerts.becomes(alert, "FROZEN");
      }
      case CASE_FROZEN -> {
        alerts.known(trial.frozen());
        alerts.becomes(alert, "FROZEN");
      }
      case STOPPED -> {
        String stop = "{\"scope\": \"CASE\", \"id\": \"%s\"}".formatted(trial.id);
        alerts.operator.command("/api/v1/stops", stop);
        alerts.becomes(alert, "FROZEN");
      }
      case CANCELLED -> {
        alerts.supervisor.command(path + "/cancel", "");
        alerts.becomes(alert, "CANCELLED");
      }
      case TAKEN_BACK -> {
        alerts.known(trial.withoutPhotos());
        assertThat(named()).isEmpty();
      }
      case SAID_FOUND -> {
        alerts.known(trial.located(trial.child));
        alerts.becomes(alert, "FROZEN");
      }
      case ENDED -> {
        node.publish(trial.id, List.of(trial.ended().last()));
        alerts.becomes(alert, "ENDED");
      }
      case ERASED -> {
        node.publish(trial.id, List.of(trial.erased().last()));
        alerts.becomesATombstone(alert);
      }
    }
  }

  @Test
  @Proves(3)
  void anotherPictureIsShownOnceItIsApprovedAnew() {
    byte[] other = ("another part of " + photo).getBytes(UTF_8);
    picture();

    alerts.known(trial.photoBecomes(cropped(other)));

    assertThat(named()).isEmpty();
    assertThat(picture().status()).isEqualTo(404);
    JsonNode mails = alerts.authority.get(TrialAlert.ALERTS + "/" + alert + "/mails").json();
    assertThat(mails.at("/photos/0/shown").asBoolean(true)).isFalse();
    Answer next = alerts.supervisor.command(TrialAlert.ALERTS + "/" + alert + "/updates", "{}");
    assertThat(next.status()).as(next.toString()).isEqualTo(200);
    assertThat(picture().status()).as("it waits").isEqualTo(404);

    alerts.approve(alert, next.json().at("/next/preview").asString());

    assertThat(named()).hasSize(1);
    assertThat(picture().body()).isEqualTo(new String(other, UTF_8));
  }

  @Test
  @Proves(3)
  void photoThatCameAfterTheApprovalIsInNoPage() {
    TrialCase later = TrialCase.real();
    Says told = Facts.says(later.child, Facts.boy(Facts.NAME, 9));
    alerts.known(later.reported(told).released(told));
    String without = alerts.started(orders.wish(later, orders.entry()));

    alerts.known(
        later.photo(
            node.intake()
                .publicPhoto(
                    UUID.randomUUID().toString(),
                    later.child,
                    Map.of("400", content),
                    Map.of("400", content, "1600", content))));

    String its = orders.code(without);
    assertThat(stranger.notice(its).json().path("photos")).isEmpty();
    assertThat(stranger.get(place(its, "1/400")).status()).isEqualTo(404);
  }

  @Test
  void bytesWithAnotherDigestAreNotShown() {
    node.intake().replace(photo, "public-400", "somebody else".getBytes(UTF_8));

    assertThat(picture().seen()).isEqualTo(stranger.get(place(NEVER, "1/400")).seen());
    assertThat(files()).isEmpty();
  }

  @Test
  void noNoticeWaitsForItsPicture() {
    assertThat(picture().status()).isEqualTo(200);
    node.intake().stop(photo);

    assertThat(stranger.notice(code).status()).isEqualTo(200);
    assertThat(picture().status()).as("kept here").isEqualTo(200);
    Stranger.Told away = stranger.get(place(code, "1/1600"));
    assertThat(away.status()).as("nobody has fetched it yet").isEqualTo(503);
    assertThat(away.headers().get("cache-control")).containsExactly("no-store");
  }

  @Test
  @Proves(4)
  void wrongCodesOfPicturesCountWithThoseOfNotices() {
    for (int i = 0; i < WrongCodes.MOST / 2; i++) {
      assertThat(stranger.notice(NEVER).status()).isEqualTo(404);
      assertThat(stranger.get(place(NEVER, "1/400")).status()).isEqualTo(404);
    }

    Stranger.Told many = stranger.get(place(NEVER, "1/400"));

    assertThat(many.status()).isEqualTo(429);
    assertThat(stranger.notice(NEVER).seen()).isEqualTo(many.seen());
    for (String none : List.of("2/400", "1/96", "x/400", "1/original", "1/public-400")) {
      assertThat(stranger.get(place(code, none)).seen()).as(none).isEqualTo(many.seen());
    }
    assertThat(picture().status()).isEqualTo(200);
  }

  @Test
  @Proves({4, 8})
  void whoeverAsksForAPictureThatWasTakenBackHasTriedNoCode() {
    alerts.known(trial.withoutPhotos());
    Stranger.Told never = stranger.get(place(NEVER, "1/400"));

    for (int i = 0; i <= WrongCodes.MOST; i++) {
      assertThat(picture().seen()).isEqualTo(never.seen());
    }

    assertThat(stranger.notice(NEVER).status()).isEqualTo(404);
  }

  @Test
  @Proves({4, 8})
  void whileNobodyKnowsWhatHoldsEveryCodeHasOneAnswer() {
    var lookUpNotice =
        new LookUpNotice(
            node.bean(FindAlertOfReference.class),
            node.documents("alerts", Alert.class),
            node.bean(StopsInForce.class),
            node.bean(AlertStates.class),
            () -> false,
            node.bean(Clock.class));
    var controller =
        new OpenNoticesController(
            lookUpNotice,
            new ListNotices(node.documents("alerts", Alert.class), lookUpNotice, () -> false),
            new NoticesFeed(URI.create("http://127.0.0.1"), "rs"),
            node.bean(ReadOpenPhoto.class),
            new WrongCodes(node.bean(Clock.class)),
            new Clients(List.of()),
            new SimpleMeterRegistry());

    for (String asked : List.of(code, NEVER, "none")) {
      assertThat(refused(() -> controller.photo(asked, "1", "400", new MockHttpServletRequest())))
          .isEqualTo(refused(() -> controller.notice(asked, new MockHttpServletRequest())))
          .endsWith("unavailable");
    }
  }

  private static String refused(Runnable request) {
    return String.valueOf(catchThrowableOfType(ProblemException.class, request::run));
  }

  @Test
  @Proves({6, 10})
  void whoeverMustNotSeeTheCaseFindsNoPictureOfItsAlert() {
    String path = "/photos/1/400";
    Answer unknown = alerts.supervisor.get(TrialAlert.ALERTS + "/" + UUID.randomUUID() + path);
    String reader = "reader-" + UUID.randomUUID();
    Wire looking = node.person(reader, "supervisor");
    assertThat(looking.get(TrialAlert.ALERTS + "/" + alert + path).status()).isEqualTo(200);
    assertThat(Stored.looks(node, "person-" + reader))
        .singleElement()
        .satisfies(look -> assertThat(look).contains(alert));

    alerts.known(trial.notTo("person:person-jelena").amended(says));

    Answer hidden = alerts.supervisor.get(TrialAlert.ALERTS + "/" + alert + path);
    assertThat(hidden.status()).isEqualTo(unknown.status()).isEqualTo(404);
    assertThat(hidden.problem()).isEqualTo(unknown.problem());
  }
}
