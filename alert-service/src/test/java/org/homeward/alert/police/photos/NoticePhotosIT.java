package org.homeward.alert.police.photos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.PhotoFiles;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.TrialNode.TrialDesk;
import org.homeward.schema.facts.Says;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Photos as desks get them, until they may not any more. */
class NoticePhotosIT {

  private final TrialNode node = TrialNode.get();
  private final TrialDesk desk = node.newDesk(false);
  private final TrialCase trial = TrialCase.real();
  private final Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));
  private final String photo = UUID.randomUUID().toString();
  private final byte[] content = ("bytes of the photo " + photo).getBytes(UTF_8);
  private final byte[] original = ("the photo as it came " + photo).getBytes(UTF_8);
  private String notice;
  private JsonNode listed;

  @BeforeEach
  void released() {
    node.publish(trial.reported(says).released(says));
    tell(
        trial.photo(
            node.intake()
                .photo(
                    photo,
                    trial.child,
                    Map.of("400", content, "1600", content, "original", original))));
    listed = node.item(desk, trial, item -> item.has("photos")).path("photos").path(0);
    notice = node.noticeOf(trial);
  }

  private void tell(TrialCase now) {
    node.publish(now.id, List.of(now.last()));
  }

  private String link(String size) {
    return "/api/v1/notices/" + notice + "/photos/" + listed.path("id").asString() + "/" + size;
  }

  private Answer get(String size) {
    return desk.wire().get(link(size));
  }

  private long asked() {
    return node.intake().asked().stream().filter(each -> each.startsWith(photo + "/400")).count();
  }

  private List<Path> files() {
    return PhotoFiles.of(node, listed.path("id").asString());
  }

  @Test
  void theItemLeadsToTheBytesWithoutTheIdOfIntake() {
    assertThat(listed.toString()).doesNotContain(photo);
    assertThat(listed.path("takenOn").asString()).isEqualTo("2026-04");
    assertThat(listed.path("links").path("400").asString()).endsWith(link("400"));

    Answer got = get("400");

    assertThat(got.status()).isEqualTo(200);
    assertThat(got.text()).isEqualTo(new String(content, UTF_8));
    assertThat(got.header("Cache-Control")).contains("no-store");
    assertThat(get("original").header("Content-Disposition").orElseThrow())
        .startsWith("attachment");
    assertThat(get("96").status()).isEqualTo(404);
  }

  @Test
  @Proves(8)
  void itIsFetchedOnceAndKeptSealed() throws IOException {
    get("400");
    node.intake().stop(photo);

    assertThat(get("400").status()).isEqualTo(200);
    assertThat(asked()).isEqualTo(1);
    assertThat(files()).hasSize(1);
    assertThat(new String(Files.readAllBytes(files().getFirst()), UTF_8))
        .doesNotContain("bytes of the photo");
  }

  @Test
  @Proves(4)
  void whatIntakeHasTakenBackIsNotServedBeforeTheEventComes() {
    assertThat(get("400").status()).isEqualTo(200);
    node.intake().forget(photo);

    assertThat(get("400").status()).isEqualTo(404);
  }

  @Test
  @Proves(8)
  void theOriginalLiesApartAndGoesWithItsPeriod() {
    get("400");
    get("original");
    assertThat(files())
        .extracting(file -> file.getParent().getFileName().toString())
        .containsExactlyInAnyOrder(
            listed.path("id").asString(), listed.path("id").asString() + "-original");

    trial.withoutPhotos();
    tell(
        trial.photo(
            node.intake().photo(photo, trial.child, Map.of("400", content, "1600", content))));

    await().untilAsserted(() -> assertThat(files()).hasSize(1));
    assertThat(get("400").status()).isEqualTo(200);
    assertThat(listed.path("original").asString()).isEqualTo("KEPT");
    JsonNode left =
        node.item(desk, trial, item -> !item.at("/photos/0/links").has("original")).at("/photos/0");
    assertThat(left.path("original").asString()).isEqualTo("NOT_KEPT");
  }

  @Test
  void oneClientLoadsOnePhotoAsItCameAtATimeAndOthersMeanwhile() {
    CountDownLatch answer = node.intake().hold(photo, "original");
    try {
      var first = CompletableFuture.supplyAsync(() -> get("original"));
      await().until(() -> node.intake().asked().stream().anyMatch(this::isOfOriginal));

      assertThat(get("original").status()).isEqualTo(429);
      assertThat(get("400").status()).isEqualTo(200);

      answer.countDown();
      assertThat(first.join().status()).isEqualTo(200);
      // Its place is free a moment after its answer is read.
      await().untilAsserted(() -> assertThat(get("original").status()).isEqualTo(200));
    } finally {
      answer.countDown();
    }
  }

  private boolean isOfOriginal(String asked) {
    return asked.startsWith(photo + "/original");
  }

  @Test
  void bytesWithAnotherDigestAreNotHandedOn() {
    node.intake().replace(photo, "1600", "something else".getBytes(UTF_8));

    assertThat(get("1600").status()).isEqualTo(404);
    assertThat(files()).isEmpty();
  }

  @Test
  @Proves({4, 7})
  void aWithdrawnOneIsGoneHereToo() {
    get("400");
    get("original");
    tell(trial.withoutPhotos());
    node.item(desk, trial, item -> !item.has("photos"));

    assertThat(get("400").status()).isEqualTo(404);
    await().untilAsserted(() -> assertThat(files()).isEmpty());
  }

  @Test
  @Proves(7)
  void theEndTakesIt() {
    get("400");
    get("original");
    tell(trial.ended());
    node.item(desk, trial, "ENDED");

    assertThat(get("400").status()).isEqualTo(404);
    await().untilAsserted(() -> assertThat(files()).isEmpty());
  }

  @Test
  @Proves({7, 8})
  void theErasureTakesIt() {
    get("400");
    tell(trial.erased());
    node.item(desk, trial, "ENDED");

    assertThat(get("400").status()).isEqualTo(404);
    await().untilAsserted(() -> assertThat(files()).isEmpty());
  }

  @Test
  @Proves(6)
  void aDeskThatIsExcludedMeanwhileHasNoLinkAnyMore() {
    assertThat(get("400").status()).isEqualTo(200);
    tell(trial.notTo("desk:" + desk.id()).amended(says));
    node.item(desk, trial, "WITHDRAWN");

    assertThat(get("400").status()).isEqualTo(404);
  }
}
