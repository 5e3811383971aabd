package org.homeward.bridge.photos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.homeward.bridge.trial.TrialCase;
import org.homeward.bridge.trial.TrialNode;
import org.homeward.bridge.trial.TrialNodes;
import org.homeward.face.testing.Answer;
import org.homeward.schema.facts.CasePhoto;
import org.homeward.schema.values.Audience;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A photo that a partner may have, by its bytes on the partner's node, until it may not. */
class HeldPhotosIT {

  private static final Duration LONGER_THAN_ANY_PAUSE = Duration.ofSeconds(70);
  private static final Duration LONGER_THAN_AN_HOUR = Duration.ofMinutes(61);

  /** An owner gives the same photo once in 30 s. */
  private static final Duration LONGER_THAN_THE_PACE = Duration.ofSeconds(31);

  private final TrialNodes nodes = TrialNodes.get();
  private final TrialNode rs = nodes.rs();
  private final TrialNode gr = nodes.gr();
  private final TrialCase trial = TrialCase.of("rs").released();
  private final List<Path> before = new ArrayList<>();
  private CasePhoto photo;
  private String handover;

  @BeforeEach
  void toldOfAPhoto() throws IOException {
    before.addAll(gr.photoFiles());
    photo = shared(picture());
  }

  @AfterEach
  void wireIsWhole() {
    rs.wayIn().pass();
    gr.wayIn().pass();
  }

  private CasePhoto shared(byte[] content) {
    return nodes.intake().photo(trial.child, content, Audience.PARTNER, Audience.POLICE);
  }

  private static byte[] picture() throws IOException {
    var image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    var paint = image.createGraphics();
    paint.setColor(Color.ORANGE);
    paint.fillOval(100, 100, 300, 250);
    paint.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", bytes);
    return bytes.toByteArray();
  }

  private void tell(TrialCase now) {
    rs.tell(trial.id, now.tell());
  }

  private void offered(CasePhoto... photos) {
    tell(trial.with(photos));
    rs.awaitCase(trial.id, 1);
    Answer made = rs.supervisor().offer(trial, "gr", "LEGITIMATE_INTEREST");
    handover = made.json().path("handover").asString();
    gr.awaitStatus(handover, "OFFERED");
    gr.desk().move(handover, "accept", "");
    gr.awaitStatus(handover, "RELEASED");
  }

  private void checked(CasePhoto... photos) {
    offered(photos);
    gr.desk().move(handover, "check", "");
    gr.await(handover, found -> found.path("scope").asString().equals("FULL"));
    rs.await(handover, found -> found.path("scope").asString().equals("FULL"));
  }

  private JsonNode list() {
    return gr.desk().get("/api/v1/handovers/" + handover + "/photos").json().path("photos");
  }

  private String held() {
    return list().path(0).path("photo").asString();
  }

  private Answer press(String id) {
    return gr.desk().act(handover, "photos/" + id + "/look", "");
  }

  /**
   * However slow the owner is, and though it gave the photo to an earlier look that came too late.
   */
  private Answer look(String id) {
    return await()
        .until(
            () -> {
              nodes.clock().advance(LONGER_THAN_THE_PACE);
              return press(id);
            },
            answer -> !answer.text().contains("owner-away"));
  }

  /** What is answered once the owner is asked again. */
  private void assertShownNoMore(String id, String problem) {
    await()
        .untilAsserted(
            () -> {
              nodes.clock().advance(LONGER_THAN_ANY_PAUSE);
              assertThat(get(id, "400").problem()).isEqualTo(problem);
            });
  }

  private Answer get(String id, String size) {
    return gr.desk().get("/api/v1/handovers/" + handover + "/photos/" + id + "/" + size);
  }

  private List<Path> files() {
    return gr.photoFiles().stream().filter(file -> !before.contains(file)).toList();
  }

  private void assertGone() {
    await().untilAsserted(() -> assertThat(files()).isEmpty());
  }

  @Test
  @Proves({6, 8, 10})
  void theFirstLookFetchesItAndNoByteOfItIsReadableHere() throws IOException {
    checked(photo);
    String id = held();
    assertThat(id).isNotEqualTo(photo.id());
    assertThat(list().path(0).path("state").asString()).isEqualTo("UNSEEN");
    assertThat(get(id, "400").problem()).isEqualTo("photo-unseen");
    assertThat(gr.operator().act(handover, "photos/" + id + "/look", "").status()).isEqualTo(403);
    assertThat(files()).isEmpty();

    assertThat(look(id).status()).isEqualTo(200);

    int looks = gr.audit().size();
    Answer shown = get(id, "400");
    assertThat(shown.status()).isEqualTo(200);
    assertThat(gr.audit().subList(looks, gr.audit().size()))
        .as("of case, handover and photo")
        .anySatisfy(look -> assertThat(look.getList("subjects", String.class)).hasSize(3));
    assertThat(shown.header("Cache-Control")).contains("no-store");
    assertThat(ImageIO.read(new ByteArrayInputStream(shown.body()))).isNotNull();
    assertThat(list().path(0).at("/looked/by").asString()).isEqualTo("person-eleni-gr");
    assertThat(files()).hasSize(4);
    for (Path file : files()) {
      assertThat(new String(Files.readAllBytes(file), ISO_8859_1)).doesNotContain("JFIF");
    }
    assertThat(rs.supervisor().get("/api/v1/handovers/" + handover + "/disclosures").text())
        .contains("\"PHOTO\"");
    assertThat(rs.audit()).anyMatch(entry -> entry.toJson().contains(photo.id()));
    assertThat(gr.collectionsWith(photo.id())).isEmpty();
    assertThat(look(id).status()).isEqualTo(200);
    assertThat(files()).hasSize(4);
  }

  @Test
  @Proves(6)
  void neitherTheMinimumNorAPhotoForPoliceAloneLeavesTheNode() {
    CasePhoto forPolice = nodes.intake().photo(trial.child, new byte[] {1}, Audience.POLICE);
    offered(photo, forPolice);
    assertThat(list()).isEmpty();

    gr.desk().move(handover, "check", "");
    gr.await(handover, found -> found.path("scope").asString().equals("FULL"));

    assertThat(list()).hasSize(1);
  }

  @Test
  void aPhotoThatIsSharedLaterComesWithTheNextState() {
    checked();
    assertThat(list()).isEmpty();

    tell(trial.with(photo));

    await().untilAsserted(() -> assertThat(list()).hasSize(1));
    assertThat(look(held()).status()).isEqualTo(200);
  }

  @Test
  @Proves({4, 7})
  void withdrawnItIsGoneHereToo() {
    checked(photo);
    String id = held();
    look(id);
    assertThat(files()).isNotEmpty();

    tell(trial.with());

    assertGone();
    assertThat(get(id, "400").status()).isEqualTo(404);
    assertThat(look(id).status()).isEqualTo(404);
  }

  @Test
  @Proves(4)
  void whatIntakeHasTakenBackIsShownNoMoreBeforeTheMessageComes() {
    checked(photo);
    String id = held();
    look(id);
    nodes.intake().forget(photo.id());

    assertShownNoMore(id, "photo-stopped");

    rs.wayIn().refuse();
    rs.wayIn().cut();
    nodes.clock().advance(LONGER_THAN_ANY_PAUSE);
    assertThat(get(id, "400").problem()).isEqualTo("photo-stopped");
  }

  @Test
  @Proves(4)
  void itGoesThoughNobodyLooksAndNoMessageArrives() {
    checked(photo);
    look(held());
    gr.wayIn().refuse();
    gr.wayIn().cut();
    tell(trial.with());
    rs.awaitCase(trial.id, 2);

    await()
        .pollInterval(Duration.ofSeconds(3)) // the owner may be slow to answer one question
        .untilAsserted(
            () -> {
              nodes.clock().advance(LONGER_THAN_AN_HOUR);
              assertThat(files()).isEmpty();
            });
    assertThat(gr.supervisor().handover(handover).path("status").asString()).isEqualTo("RELEASED");
  }

  @Test
  void sharedAgainItIsFetchedAgain() {
    checked(photo);
    String id = held();
    look(id);
    tell(trial.with());
    assertGone();

    tell(trial.with(photo));

    await().untilAsserted(() -> assertThat(list()).hasSize(1));
    assertThat(list().path(0).path("state").asString()).isEqualTo("UNSEEN");
    assertThat(look(id).status()).isEqualTo(200);
    assertThat(list().path(0).path("state").asString()).isEqualTo("SEEN");
    assertThat(get(id, "400").status()).isEqualTo(200);
  }

  @Test
  void withoutItsBytesItIsToBeLookedAtAgain() throws IOException {
    checked(photo);
    String id = held();
    look(id);
    for (Path file : files()) {
      Files.delete(file);
    }
    assertThat(list().path(0).path("state").asString()).isEqualTo("UNSEEN");

    assertThat(look(id).status()).isEqualTo(200);

    assertThat(list().path(0).path("state").asString()).isEqualTo("SEEN");
    assertThat(get(id, "400").status()).isEqualTo(200);
  }

  @Test
  @Proves(4)
  void itIsGoneAtTheNextLookThoughNoMessageArrives() {
    checked(photo);
    String id = held();
    look(id);
    gr.wayIn().refuse();
    gr.wayIn().cut();
    tell(trial.with());
    rs.awaitCase(trial.id, 2);

    assertShownNoMore(id, "photo-gone");

    assertGone();
  }

  @Test
  @Proves(4)
  void whileTheCaseIsFrozenNobodyIsShownIt() {
    checked(photo);
    String id = held();
    look(id);
    tell(trial.frozen());
    gr.await(handover, found -> found.path("frozen").asBoolean());
    assertThat(get(id, "400").problem()).isEqualTo("photo-stopped");
    assertThat(look(id).problem()).isEqualTo("photo-stopped");

    tell(trial.lifted());

    gr.await(handover, found -> !found.path("frozen").asBoolean());
    assertThat(get(id, "400").status()).isEqualTo(200);
  }

  @Test
  @Proves(7)
  void theEndTakesItAway() {
    checked(photo);
    look(held());

    tell(trial.ended());

    gr.awaitStatus(handover, "ENDED");
    assertGone();
  }

  @Test
  @Proves({7, 8})
  void theRecallTakesItAwayAndItsReceiptCountsIt() {
    checked(photo);
    look(held());
    String foreign = gr.supervisor().handover(handover).path("case").asString();

    rs.supervisor().act(handover, "recall", "{\"reason\": \"WITHDRAWN\"}");

    gr.awaitStatus(handover, "RECALLED");
    assertGone();
    gr.copiesErased(foreign, "rs", List.of(), null);
    JsonNode closed = rs.awaitStatus(handover, "CLOSED");
    assertThat(closed.at("/statement/result").asString()).isEqualTo("ERASED");
    assertThat(closed.at("/statement/photos").asInt()).isEqualTo(1);
  }

  @Test
  @Proves({7, 8})
  void theErasureTakesItAway() {
    checked(photo);
    look(held());

    rs.tell(trial.id, trial.erased());

    gr.awaitStatus(handover, "RECALLED");
    assertGone();
  }

  @Test
  void whatIsNoPictureIsKeptNowhere() {
    checked(shared("<svg onload=alert(1)>".getBytes(ISO_8859_1)));
    String id = held();

    assertThat(look(id).problem()).isEqualTo("photo-unreadable");

    assertThat(list().path(0).path("state").asString()).isEqualTo("UNREADABLE");
    assertThat(get(id, "400").problem()).isEqualTo("photo-unreadable");
    assertThat(files()).isEmpty();
  }

  @Test
  void withoutTheOwnerNothingNewIsFetchedAndWhatIsHereIsShown() throws IOException {
    CasePhoto second = shared(picture());
    checked(photo, second);
    String id = held();
    String other = list().path(1).path("photo").asString();
    look(id);
    rs.wayIn().refuse();
    rs.wayIn().cut();

    assertThat(press(other).problem()).isEqualTo("owner-away");

    nodes.clock().advance(LONGER_THAN_ANY_PAUSE);
    assertThat(get(id, "400").status()).isEqualTo(200);
  }
}
