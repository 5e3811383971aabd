package org.homeward.alert.police.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.TrialNode.TrialDesk;
import org.homeward.alert.trial.Wire;
import org.homeward.schema.bridge.keys.Jwk;
import org.homeward.schema.cap.CapKeyList;
import org.homeward.schema.cap.CapKeyList.Shown;
import org.homeward.schema.cap.CapVerdict;
import org.homeward.schema.cap.CapVerdict.Genuine;
import org.homeward.schema.cap.VerifyCap;
import org.homeward.schema.facts.Says;
import org.junit.jupiter.api.Test;

/** The keys of CAP messages, from a desk's first one to a node that has lost them. */
class CapKeysIT {

  private static final String ENDPOINT = "/actuator/capkeys";
  private static final String CAP = "application/cap+xml";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final TrialNode node = TrialNode.get();
  private final Wire admin = node.management("nikola", "admin");
  private final TrialDesk desk = node.newDesk(false);
  private final TrialCase trial = TrialCase.real();
  private final Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));
  private final String notice = "/api/v1/notices/" + node.noticeOf(trial);

  private CapKeyList list() {
    return CapKeyList.read(node.anonymous().get(CapKeysController.KEYS).is(200).response().body());
  }

  /** Believes what comes from this one key. */
  private CapVerdict read(Answer message, String fingerprint) {
    List<Shown> believed = list().believed(Set.of(fingerprint));
    return new VerifyCap(kid -> key(believed, kid)).verify(message.response().body());
  }

  private static Optional<Jwk> key(List<Shown> believed, String kid) {
    return believed.stream().map(Shown::key).filter(key -> key.kid().equals(kid)).findFirst();
  }

  private Answer message() {
    return desk.wire().get(notice + "/cap");
  }

  private String health() {
    return admin.get("/actuator/health").json().at("/components/capKeys/details/code").asString();
  }

  private Path file() {
    String data = String.valueOf(node.context().getEnvironment().getProperty("homeward.data"));
    return Path.of(data).resolve("cap.keys.json");
  }

  @Test
  void whoBelievesOneKeyReadsTheMessagesOfTheNextOneToo() {
    node.publish(trial.reported(says).released(says));
    Answer before = await().atMost(PATIENCE).until(this::message, answer -> answer.status() == 200);
    String believed =
        CapKeyList.spelled(admin.get(ENDPOINT).json().at("/keys/0/fingerprint").asString());

    Answer made = admin.post(ENDPOINT, "{\"action\": \"make\"}").is(200);

    Answer after = message().is(200);
    String newest = made.json().path("signs").asString();
    assertThat(read(before, believed)).isInstanceOf(Genuine.class);
    assertThat(read(after, believed))
        .isInstanceOfSatisfying(
            Genuine.class, genuine -> assertThat(genuine.kid()).isEqualTo(newest));
    assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
    assertThat(made.text()).doesNotContain("\"d\"");
  }

  @Test
  void anAdministratorAloneMakesKeys() {
    assertThat(node.management("ana", "operator", "supervisor").get(ENDPOINT).status())
        .isEqualTo(403);
    assertThat(node.management().post(ENDPOINT, "{\"action\": \"make\"}").status()).isIn(401, 403);
    assertThat(admin.post(ENDPOINT, "{\"action\": \"show\"}").status()).isEqualTo(400);
    assertThat(admin.post(ENDPOINT, "{\"action\": \"withdraw\"}").status()).isEqualTo(400);
  }

  @Test
  void withoutAKeyNoCapLeavesAndAllElseDoes() throws IOException {
    node.publish(trial.reported(says).released(says));
    await().atMost(PATIENCE).until(this::message, answer -> answer.status() == 200);
    Path away = file().resolveSibling("away");
    Files.move(file(), away);
    try {
      Answer refused = message();
      assertThat(refused.problem()).isEqualTo("cap-not-signed");
      assertThat(refused.status()).isEqualTo(503);
      assertThat(desk.wire().get("/api/v1/feeds/police", "Accept", CAP).problem())
          .isEqualTo("cap-not-signed");
      assertThat(desk.item(node.noticeOf(trial))).isPresent();
      assertThat(desk.wire().get("/api/v1/feeds/police").is(200).text()).contains(Facts.NAME);
      assertThat(list().keys()).isEmpty();
      assertThat(health()).isEqualTo("cap-no-key");
      assertThat(node.management().get("/actuator/health/readiness").status()).isEqualTo(200);
      assertThat(admin.get("/actuator/prometheus").text())
          .containsPattern("homeward_cap_signed(\\{[^}]*})? 0");

      Files.write(file(), "{".getBytes(UTF_8));
      assertThat(message().problem()).isEqualTo("cap-not-signed");
      assertThat(node.anonymous().get(CapKeysController.KEYS).status()).isEqualTo(503);
      assertThat(health()).isEqualTo("cap-key-unusable");
      assertThat(admin.post(ENDPOINT, "{\"action\": \"make\"}").status()).isEqualTo(400);
    } finally {
      Files.move(away, file(), StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(message().status()).isEqualTo(200);
  }
}
