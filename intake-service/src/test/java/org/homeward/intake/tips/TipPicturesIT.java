package org.homeward.intake.tips;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.intake.tips.TrialTips.TIPS;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.durable.recovery.EndsLog;
import org.homeward.durable.recovery.Replay;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.intake.photos.PhotoOfCase;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Pictures that strangers send with their tips, over HTTP. */
class TipPicturesIT {

  private static final String REFERENCE = "{\"reference\": \"KU 12/26\"}";

  private final TrialIntake intake = TrialIntake.get();
  private final TrialTips tips = new TrialTips(intake);
  private final PicturedTip pictured = new PicturedTip(intake);
  private final Person ana = intake.ana();
  private final Person jelena = intake.jelena();
  private final Person mina = intake.person("mina", Role.SUPERVISOR);

  private static String picture(String tip) {
    return TIPS + "/" + tip + "/picture";
  }

  private JsonNode read(String tip) {
    return ana.get(TIPS + "/" + tip).json();
  }

  private Answer act(Person person, String tip, String what) {
    return person.postNothing(picture(tip) + "/" + what);
  }

  private void tie(String tip, String caseId) {
    Answer tied =
        ana.post(TIPS + "/" + tip + "/tie", "{\"case\": \"" + caseId + "\"}", "If-Match: *");
    assertThat(tied.status()).as(tied.text()).isEqualTo(200);
  }

  private Answer takenOver(String tip, String child) {
    return ana.post(picture(tip) + "/photo", "{\"child\": \"" + child + "\"}", "If-Match: *");
  }

  @Test
  @Proves({6, 8})
  void nobodyIsShownAStrangersPictureBeforeSomebodyHasLooked() {
    String tip = pictured.sent("");

    assertThat(read(tip).at("/picture/state").asString()).isEqualTo("UNSEEN");
    assertThat(ana.get(picture(tip) + "/400").status()).isEqualTo(409);
    Answer blots = ana.get(picture(tip) + "/veiled");
    assertThat(blots.status()).isEqualTo(200);
    assertThat(blots.all("Cache-Control")).containsExactly("no-store");
    assertThat(pictured.files(tip)).anyMatch(file -> file.toString().contains("veiled"));

    assertThat(act(ana, tip, "look").status()).isEqualTo(200);

    Answer shown = ana.get(picture(tip) + "/400");
    assertThat(shown.status()).isEqualTo(200);
    assertThat(new String(shown.body(), ISO_8859_1)).doesNotContain(PhotoOfCase.planted());
    assertThat(ana.get(picture(tip) + "/original").status()).isEqualTo(404);
    assertThat(read(tip).at("/picture/looked/by").asString()).isEqualTo("person-ana");
    assertThat(pictured.files(tip)).noneMatch(file -> file.toString().contains("veiled"));
  }

  @Test
  @Proves({2, 12})
  void aPictureBecomesOnePhotoOfTheCaseAtWhichNobodyHasLookedYet() {
    JsonNode opened = ana.post("/api/v1/reports", TrialTips.PLAIN).json();
    String caseId = opened.path("case").asString();
    String child = opened.path("children").path(0).asString();
    String tip = pictured.sent("");
    assertThat(takenOver(tip, child).text()).contains("tip-not-tied");
    tie(tip, caseId);
    assertThat(takenOver(tip, child).text()).contains("tip-picture-unseen");
    act(ana, tip, "look");

    String photo = takenOver(tip, child).json().path("photo").asString();

    assertThat(takenOver(tip, child).json().path("photo").asString()).isEqualTo(photo);
    JsonNode photos = ana.get("/api/v1/cases/" + caseId + "/photos").json().path("photos");
    assertThat(photos.valueStream().map(each -> each.path("photo").asString()))
        .containsExactly(photo);
    assertThat(photos.at("/0/state").asString()).isEqualTo("UNSEEN");
    assertThat(photos.at("/0/child").asString()).isEqualTo(child);
    assertThat(read(tip).at("/picture/photo").asString()).isEqualTo(photo);
    assertThat(pictured.files(tip)).isEmpty();
    assertThat(ana.get(picture(tip) + "/400").status()).isEqualTo(410);
  }

  /** A tip whose picture somebody made a photo of its case. */
  private record Taken(String tip, String caseId, String child, String photo) {}

  private Taken taken() {
    JsonNode opened = ana.post("/api/v1/reports", TrialTips.PLAIN).json();
    String caseId = opened.path("case").asString();
    String child = opened.path("children").path(0).asString();
    String tip = pictured.sent("");
    tie(tip, caseId);
    act(ana, tip, "look");
    Answer photo = takenOver(tip, child);
    assertThat(photo.status()).as(photo.text()).isEqualTo(200);
    return new Taken(tip, caseId, child, photo.json().path("photo").asString());
  }

  @Test
  @Proves({6, 8})
  void aPhotoOfATipSaysSoAndTheDaysOfItsOriginalGoOn() {
    Taken taken = taken();
    String path = "/api/v1/cases/" + taken.caseId() + "/photos";
    JsonNode line = ana.get(path).json().at("/photos/0");
    assertThat(line.path("fromTip").toString())
        .contains("\"tip\":\"" + taken.tip() + "\"", "\"sentBy\":\"PUBLIC\"");
    assertThat(line.at("/uploaded/by").asString()).isEqualTo("person-ana");
    assertThat(line.path("original").asString()).isEqualTo("KEPT");
    Instant takenOver = Instant.parse(line.at("/uploaded/at").asString());
    assertThat(Instant.parse(line.path("originalUntil").asString()))
        .isBefore(takenOver.plus(Duration.ofDays(90)));
    path += "/" + taken.photo();
    ana.postNothing(path + "/look");

    Answer ofFamily = described(path, "FAMILY", "PARENT");

    assertThat(ofFamily.status()).as(ofFamily.text()).isEqualTo(422);
    assertThat(ofFamily.json().at("/errors/0/pointer").asString()).isEqualTo("/source");
    assertThat(described(path, "TIP", "NOBODY").status()).isEqualTo(200);
    assertThat(ana.postNothing(path + "/withdraw").text()).contains("another-person-needed");
    assertThat(pictured.files(taken.photo())).isNotEmpty();
    assertThat(jelena.postNothing(path + "/withdraw").status()).isEqualTo(200);
    assertThat(pictured.files(taken.photo())).as("its original too").isEmpty();
    assertThat(pictured.files(taken.tip())).isEmpty();
  }

  private Answer described(String photo, String source, String saidBy) {
    return ana.post(
        photo + "/description",
        "{\"source\": \"%s\", \"saidBy\": \"%s\", \"label\": \"UNCHANGED\"}"
            .formatted(source, saidBy),
        "If-Match: *");
  }

  @Test
  void onePictureIsNoPhotoOfASecondChild() {
    JsonNode opened =
        ana.post("/api/v1/reports", TrialTips.PLAIN.replace("[{}]", "[{}, {}]")).json();
    String tip = pictured.sent("");
    tie(tip, opened.path("case").asString());
    act(ana, tip, "look");
    String child = opened.path("children").path(0).asString();
    String sibling = opened.path("children").path(1).asString();
    assertThat(takenOver(tip, child).status()).isEqualTo(200);

    Answer refused = takenOver(tip, sibling);

    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/child");
    assertThat(takenOver(tip, child).status()).isEqualTo(200);
  }

  /** Of the photos of its case; one that was withdrawn is not listed. */
  private List<String> photos(String caseId) {
    return ana.get("/api/v1/cases/" + caseId + "/photos")
        .json()
        .path("photos")
        .valueStream()
        .map(each -> each.path("photo").asString())
        .toList();
  }

  @Test
  @Proves(7)
  void anErasedTipTakesItsPhotoOutOfTheCase() {
    Taken taken = taken();
    String erase = "{\"reason\": \"SUBJECT_REQUEST\"}";
    String path = TIPS + "/" + taken.tip() + "/erase";

    jelena.post(path, erase, "If-Match: *");
    assertThat(photos(taken.caseId())).as("after one of two words").hasSize(1);
    Answer erased = intake.vera().post(path, erase, "If-Match: *");

    assertThat(erased.json().path("standing").asString()).as(erased.text()).isEqualTo("ERASED");
    assertThat(photos(taken.caseId())).isEmpty();
    assertThat(pictured.files(taken.photo())).isEmpty();
    assertThat(states(taken.photo())).contains("WITHDRAWN");
  }

  private String states(String photo) {
    return requireNonNull(
            intake
                .bean(MongoDatabase.class)
                .getCollection("photos")
                .find(Filters.eq("_id", photo))
                .first())
        .toJson();
  }

  /** The process crashed between the photo and the tip. */
  @ParameterizedTest
  @ValueSource(strings = {"lock", "withdraw"})
  @Proves(7)
  void whoTakesThePictureAwayTakesThePhotoOfHalfATakeOver(String deed) {
    Taken taken = taken();
    String tip = looked(PhotoOfCase.fresh());
    MongoCollection<Document> stored = intake.bean(MongoDatabase.class).getCollection("photos");
    Document half = requireNonNull(stored.find(Filters.eq("_id", taken.photo())).first());
    String json = half.toJson().replace("tip-picture/" + taken.tip(), "tip-picture/" + tip);
    assertThat(json).contains("tip-picture/" + tip);
    stored.replaceOne(Filters.eq("_id", taken.photo()), Document.parse(json));

    assertThat(act(jelena, tip, deed).status()).isEqualTo(200);
    assertThat(act(ana, tip, deed).status()).isEqualTo(200);

    assertThat(photos(taken.caseId())).isEmpty();
  }

  @Test
  @Proves(7)
  void aPhotoOfATipThatIsErasedAgainAfterARestoreGoesToo() {
    Taken taken = taken();

    assertThat(intake.bean(TieTipAgain.class).replay(line(taken.tip(), "erased")))
        .isEqualTo(Replay.Replayed.DONE);

    assertThat(photos(taken.caseId())).isEmpty();
  }

  @Test
  @Proves({7, 8})
  void aSuspectedAbuseImageIsShownToNobodyAndWaitsForPolice() {
    String tip = pictured.sent("", PhotoOfCase.fresh());
    act(ana, tip, "look");

    assertThat(act(ana, tip, "lock").status()).isEqualTo(200);

    assertThat(ana.get(picture(tip) + "/400").status()).isEqualTo(409);
    assertThat(ana.get(picture(tip) + "/veiled").status()).isEqualTo(409);
    assertThat(pictured.files(tip)).singleElement().asString().contains("original");
    assertThat(act(ana, tip, "withdraw").text()).contains("tip-picture-locked");
    assertThat(read(tip).has("erasedAt")).as("its time does not end it").isFalse();
    String erase = "{\"reason\": \"SUBJECT_REQUEST\"}";
    assertThat(jelena.post(TIPS + "/" + tip + "/erase", erase, "If-Match: *").text())
        .contains("tip-picture-locked");
    assertThat(ana.post(picture(tip) + "/hand-over", REFERENCE).status()).isEqualTo(403);
    assertThat(jelena.post(picture(tip) + "/destroy", REFERENCE).text())
        .contains("tip-picture-not-handed-over");
    assertThat(jelena.post(picture(tip) + "/hand-over", REFERENCE).status()).isEqualTo(200);
    String wish =
        REFERENCE
            .replace("}", ", \"fingerprint\": \"%s\"}")
            .formatted(intake.police().fingerprint());
    assertThat(ana.post(picture(tip) + "/collect", wish).status()).isEqualTo(403);
    assertThat(jelena.post(picture(tip) + "/collect", wish).status()).isEqualTo(200);
    assertThat(read(tip).at("/collected/0/by").asString()).isEqualTo("person-jelena");
    assertThat(jelena.post(picture(tip) + "/destroy", REFERENCE).text())
        .contains("another-person-needed");
    assertThat(mina.post(picture(tip) + "/destroy", REFERENCE).status()).isEqualTo(200);
    assertThat(jelena.post(picture(tip) + "/collect", wish).text()).contains("tip-picture-gone");

    assertThat(pictured.files(tip)).isEmpty();
    JsonNode left = read(tip).path("picture");
    assertThat(left.path("state").asString()).isEqualTo("DESTROYED");
    assertThat(left.at("/handedOver/reference").asString()).isEqualTo("KU 12/26");
    assertThat(left.at("/destroyed/by").asString()).isEqualTo("person-mina");
  }

  @Test
  @Proves(6)
  void aChildsOwnPictureGoesToASupervisorFirst() {
    String tip = pictured.sent(", \"showsMe\": true");

    assertThat(act(ana, tip, "look").text()).contains("tip-supervisor-first");
    assertThat(act(jelena, tip, "look").status()).isEqualTo(200);

    assertThat(ana.get(picture(tip) + "/400").status()).isEqualTo(200);
  }

  @Test
  @Proves(7)
  void noByteOfAPictureIsLeftOnceItsCaseIsErased() {
    String caseId = tips.opened("");
    String tip = pictured.sent("");
    tie(tip, caseId);
    act(ana, tip, "look");
    assertThat(pictured.files(tip)).isNotEmpty();

    tips.erase(caseId);

    await().untilAsserted(() -> assertThat(pictured.files(tip)).isEmpty());
    assertThat(ana.get(TIPS + "/" + tip).status()).isEqualTo(404);
  }

  @Test
  @Proves(7)
  void anErasedCaseLeavesALockedPictureToPoliceAndNoWordOfItsTip() {
    String caseId = tips.opened("");
    String tip = pictured.sent("", PhotoOfCase.fresh());
    tie(tip, caseId);
    act(ana, tip, "lock");

    tips.erase(caseId);

    await().untilAsserted(() -> assertThat(read(tip).path("text").asString()).isEmpty());
    assertThat(pictured.files(tip)).singleElement().asString().contains("original");
    assertThat(jelena.post(picture(tip) + "/hand-over", REFERENCE).status()).isEqualTo(200);
    assertThat(mina.post(picture(tip) + "/destroy", REFERENCE).status()).isEqualTo(200);
    assertThat(pictured.files(tip)).isEmpty();
  }

  @Test
  @Proves(7)
  void twoPersonsWhoWithdrawAPictureKeepTheWords() {
    String tip = pictured.sent("");

    Answer first = act(ana, tip, "withdraw");
    assertThat(first.json().path("waits").asBoolean(false)).as(first.text()).isTrue();
    assertThat(read(tip).at("/pictureToGo/by").asString()).isEqualTo("person-ana");
    assertThat(read(tip).has("toErase")).isFalse();
    assertThat(pictured.files(tip)).isNotEmpty();
    assertThat(act(ana, tip, "withdraw").text()).contains("another-person-needed");
    Answer second = act(jelena, tip, "withdraw");

    assertThat(second.status()).isEqualTo(200);
    assertThat(second.json().has("waits")).isFalse();
    assertThat(pictured.files(tip)).isEmpty();
    assertThat(read(tip).at("/picture/state").asString()).isEqualTo("WITHDRAWN");
    assertThat(act(ana, tip, "look").status()).isEqualTo(410);
  }

  @Test
  @Proves(7)
  void whatOneLocksIsLockedInOtherTipsAndInPhotosAndComesAgainLocked() {
    byte[] picture = PhotoOfCase.fresh();
    String one = pictured.sent("", picture);
    String other = pictured.sent("", picture);
    act(ana, other, "look");
    JsonNode opened = ana.post("/api/v1/reports", TrialTips.PLAIN).json();
    String caseId = opened.path("case").asString();
    new PhotoOfCase(intake).uploaded(caseId, opened.path("children").path(0).asString(), picture);

    act(jelena, one, "lock");

    await()
        .untilAsserted(
            () -> {
              assertThat(read(other).at("/picture/state").asString()).isEqualTo("LOCKED");
              JsonNode photos = ana.get("/api/v1/cases/" + caseId + "/photos").json();
              assertThat(photos.at("/photos/0/state").asString()).isEqualTo("LOCKED");
            });
    assertThat(ana.get(picture(other) + "/400").status()).isEqualTo(409);
    String later = pictured.sent("", picture);
    assertThat(read(later).at("/picture/state").asString()).isEqualTo("LOCKED");
    assertThat(pictured.files(later)).singleElement().asString().contains("original");
    assertThat(act(ana, later, "look").text()).contains("tip-picture-locked");
  }

  @Test
  void tipsWithTheSamePictureStandTogether() {
    String one = pictured.sent("");
    String other = pictured.sent("");

    assertThat(
            read(other)
                .path("alike")
                .valueStream()
                .filter(each -> each.path("tip").asString().equals(one))
                .map(each -> each.path("by").toString()))
        .containsExactly("[\"PICTURE\"]");
  }

  @Test
  @Proves({2, 6})
  void theAnswerIsThatOfEveryTipAndTwoPressesStoreOne() {
    String key = UUID.randomUUID().toString();
    String text = "twice " + UUID.randomUUID();
    String picture = PicturedTip.base64(PhotoOfCase.jpeg());

    Answer first = pictured.sent(text, "", picture, key);

    assertThat(pictured.sent(text, "", picture, key).text()).isEqualTo(first.text());
    assertThat(first.text()).contains("Stored. Read by a person, perhaps hours later.");
    assertThat(TrialTips.list(ana, "").stream())
        .filteredOn(each -> each.path("text").asString().equals(text))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"AAAA, not-a-picture", "not base64!, wrong-form", "'', empty"})
  void whatIsNoPictureIsRefusedWithItsPlaceAndNothingIsStored(String picture, String rule) {
    String text = "refused " + UUID.randomUUID();

    Answer refused = pictured.sent(text, "", picture, UUID.randomUUID().toString());

    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/picture");
    assertThat(refused.json().at("/errors/0/rule").asString()).isEqualTo(rule);
    assertThat(TrialTips.list(ana, "").stream().map(each -> each.path("text").asString()))
        .doesNotContain(text);
  }

  /** The copy was made before somebody locked, withdrew or took it over. */
  @Test
  @Proves(7)
  void aRestoreLocksAndWithdrawsAgain() {
    String locked = pictured.sent("", PhotoOfCase.fresh());
    act(ana, locked, "lock");
    String withdrawn = pictured.sent("");
    act(ana, withdrawn, "withdraw");
    act(jelena, withdrawn, "withdraw");
    String takenOver = taken().tip();
    TieTipAgain again = intake.bean(TieTipAgain.class);

    EndsLine lock = logged(locked, "picture-locked");
    String copy = looked(PhotoOfCase.fresh());
    assertThat(again.replay(of(copy, lock))).isEqualTo(Replay.Replayed.DONE);
    assertThat(again.replay(of(copy, lock))).isEqualTo(Replay.Replayed.KNOWN);
    assertThat(ana.get(picture(copy) + "/400").status()).isEqualTo(409);

    for (String gone : List.of(withdrawn, takenOver)) {
      EndsLine line = logged(gone, "picture-gone");
      String before = looked();
      assertThat(again.replay(line)).isEqualTo(Replay.Replayed.KNOWN);
      assertThat(again.replay(of(before, line))).isEqualTo(Replay.Replayed.DONE);
      assertThat(ana.get(picture(before) + "/400").status()).isEqualTo(410);
      await().untilAsserted(() -> assertThat(pictured.files(before)).isEmpty());
    }
    assertThat(read(takenOver).at("/picture/state").asString()).isEqualTo("TAKEN_OVER");
  }

  private String looked() {
    return looked(PhotoOfCase.jpeg());
  }

  private String looked(byte[] picture) {
    String tip = pictured.sent("", picture);
    act(ana, tip, "look");
    return tip;
  }

  private EndsLine logged(String tip, String what) {
    var found = new AtomicReference<EndsLine>();
    await()
        .until(
            () -> {
              intake.bean(EndsLog.class).read().lines().stream()
                  .filter(each -> each.subject().equals("tip/" + tip) && each.what().equals(what))
                  .forEach(found::set);
              return found.get() != null;
            });
    return requireNonNull(found.get());
  }

  /** The line as it would be of this tip. */
  private static EndsLine of(String tip, EndsLine line) {
    return new EndsLine(line.at(), "tip/" + tip, line.version(), line.what(), line.codes());
  }

  private static EndsLine line(String tip, String what) {
    return new EndsLine(Instant.now(), "tip/" + tip, 9, what, Map.of());
  }
}
