package org.homeward.trials.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.homeward.local.client.AlertDesk;
import org.homeward.local.client.Answer;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Http;
import org.homeward.local.client.PartnerDesk;
import org.homeward.local.client.PoliceReader;
import org.homeward.local.client.Reports;
import org.homeward.local.node.Neighbours;
import org.homeward.local.node.NodePlan;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * A photo and a tip over the real wire: each reader gets what somebody decided for it, and nothing
 * else; pictures are compared byte by byte.
 */
@ExtendWith(SharedNodes.class)
class FileIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String PLANTED = "planted-in-the-file";
  private static final String WORDS =
      "{\"source\": \"FAMILY\", \"takenOn\": \"2026-04\", \"saidBy\": \"PARENT\","
          + " \"label\": \"UNCHANGED\"}";
  private static final String OF_STRANGER =
      WORDS.replace("FAMILY", "TIP").replace("PARENT", "NOBODY");
  private static final String PART =
      "{\"crop\": {\"left\": 100, \"top\": 90, \"width\": 280, \"height\": 380},"
          + " \"childSays\": \"NOT_POSSIBLE\", \"knownBy\": \"PARENT\", \"showsNobodyElse\": true}";
  private static final String SECOND =
      "{\"ground\": \"POLICE_REFERENCE\", \"reference\": \"KU 12/26\"}";
  private static final String FOUND =
      "{\"outcome\": \"FOUND_SAFE\", \"verifiedBy\": \"POLICE_REFERENCE\", \"reference\": \"KU 1\"}";

  private final Hotline hotline;
  private final Hotline abroad;
  private final List<NodePlan> nodes;
  private final HotlineClient ana;
  private final HotlineClient jelena;
  private final DeskLogin desk;
  private final String plate = "FI-" + UUID.randomUUID().toString().substring(0, 8);

  FileIT(Hotline hotline, Neighbours nodes) {
    this.hotline = hotline;
    this.abroad = new Hotline(nodes.gr().plan(), hotline.http());
    this.nodes = List.of(nodes.rs().plan(), nodes.gr().plan());
    this.ana = hotline.as("ana");
    this.jelena = hotline.as("jelena");
    this.desk = hotline.newDesk("file " + plate, false);
  }

  /** A case that police read. */
  private record Searched(String id, String child) {}

  private Searched searched() {
    Answer opened =
        ana.open(Reports.missingBoy(plate, Clock.systemUTC().instant()), HotlineClient.newKey());
    assertThat(opened.status()).as(opened.body()).isEqualTo(201);
    String id = opened.text("case");
    release(id, opened.text("report"));
    assertThat(ana.checkOrders(id, HotlineClient.newKey()).status()).isEqualTo(200);
    return new Searched(id, opened.json().path("children").path(0).asString(""));
  }

  private void release(String id, String report) {
    String key = HotlineClient.newKey();
    ok(() -> jelena.release(id, report, desk.id(), ana.read(id).etag(), key));
  }

  /** Repeats where something came between, or has not come there yet. */
  private static Answer ok(Supplier<Answer> wish) {
    var last = new AtomicReference<Answer>();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              last.set(wish.get());
              assertThat(last.get().isSuccess()).as(last.get().body()).isTrue();
            });
    return last.get();
  }

  /** Erased by the DPO alone, which needs the case to be over and nowhere else. */
  private void erased(Searched boy) {
    String path = "/api/v1/cases/" + boy.id() + "/erase";
    String reason = "{\"reason\": \"COURT_ORDER\"}";
    HotlineClient vera = hotline.as("vera");
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              vera.post(path, reason, HotlineClient.newKey(), "");
              return ana.read(boy.id()).status() == 410;
            });
  }

  private Optional<JsonNode> item() {
    PoliceReader police = hotline.desk(desk);
    return police.allAfter(police.beginning()).stream()
        .filter(each -> PoliceReader.plate(each).equals(plate))
        .reduce((_, newest) -> newest);
  }

  private JsonNode itemWith(String field) {
    await().atMost(PATIENCE).until(() -> item().filter(each -> each.has(field)).isPresent());
    return item().orElseThrow();
  }

  private HttpResponse<byte[]> asDesk(String link) {
    return PictureBytes.get(
        Http.to(URI.create(link)).header("Authorization", desk.authorization()));
  }

  private HttpResponse<byte[]> asAna(Searched of, String photo, String size) {
    return PictureBytes.get(ana.to("/api/v1/cases/" + of.id() + "/photos/" + photo + "/" + size));
  }

  private HttpResponse<byte[]> asEleni(String handover, String photo, String size) {
    return PictureBytes.get(
        abroad.as("eleni").to("/api/v1/handovers/" + handover + "/photos/" + photo + "/" + size));
  }

  private HttpResponse<byte[]> asAnybody(String code) {
    return PictureBytes.get(
        Http.to(nodes.getFirst().door().resolve("/n/" + code + "/photos/1/400")));
  }

  /** One that somebody of the team has looked at and described, and police have. */
  private void shown(Searched of, String photo, String words) {
    ok(() -> ana.photo(of.id(), photo, "look", ""));
    ok(() -> ana.photo(of.id(), photo, "description", words));
    ok(() -> ana.photo(of.id(), photo, "release", ""));
  }

  /** Athens has accepted the case and checked for conflicts, so that it gets all of it. */
  private HandoverTargets accepted(Searched of) {
    var targets = new HandoverTargets(hotline, abroad, of.id());
    String key = HotlineClient.newKey();
    ok(() -> targets.eleni.move(targets.offered, "check", key));
    return targets;
  }

  private String inAthens(HandoverTargets athens) {
    await()
        .atMost(PATIENCE)
        .until(() -> athens.eleni.photos(athens.offered).json().path("photos").size() == 1);
    return athens.eleni.photos(athens.offered).json().at("/photos/0/photo").asString("");
  }

  private Answer drafted(Searched of, boolean isPublic) {
    Instant until = Clock.systemUTC().instant().plus(Duration.ofHours(2));
    String authority = hotline.newAuthority("File " + plate, "\"p-1004\"", until);
    String alert =
        isPublic
            ? AlertDesk.publicAlert(of.id(), "RS", authority, "Please call.", until)
            : AlertDesk.volunteerAlert(of.id(), "RS", authority, "Please call.", until);
    String key = HotlineClient.newKey();
    return ok(() -> new AlertDesk(jelena).draft(alert, key));
  }

  private String approvedForPublic(Searched of) {
    Answer drafted = drafted(of, true);
    var petar = new AlertDesk(hotline.as("petar"));
    String hash = petar.preview(drafted.text("alert")).etag().replace("\"", "");
    ok(() -> petar.approve(drafted.text("alert"), hash, HotlineClient.newKey()));
    return drafted.text("code");
  }

  @Test
  @Proves({4, 6, 7, 8, 12})
  void aPhotoGoesToEachReaderByAWordOfItsOwnAndNoByteIsLeftInTheEnd() {
    Set<Path> before = PictureBytes.kept(nodes);
    byte[] face = PictureBytes.face(PLANTED);
    Searched boy = searched();
    HandoverTargets athens = accepted(boy);
    JsonNode bare = itemWith("id");

    String photo =
        ok(() -> ana.photo(boy.id(), boy.child(), face, HotlineClient.newKey())).text("photo");

    assertThat(asAna(boy, photo, "1600").statusCode()).as("nobody has looked").isEqualTo(409);
    assertThat(bare.has("photos")).as("police").isFalse();

    // Police: all sizes made anew, and the file as it came.
    shown(boy, photo, WORDS);
    JsonNode links = itemWith("photos").at("/photos/0/links");
    byte[] large = asAna(boy, photo, "1600").body();
    assertThat(asDesk(links.path("1600").asString("")).body()).isEqualTo(large);
    assertThat(asDesk(links.path("original").asString("")).body()).isEqualTo(face);
    assertThat(new String(large, StandardCharsets.ISO_8859_1)).doesNotContain(PLANTED);
    String cap =
        hotline
            .desk(desk)
            .follow(item().orElseThrow().at("/links/self").asString("") + "/cap")
            .body();
    assertThat(cap).contains("<resource>", links.path("1600").asString(""));
    assertThat(PictureBytes.get(Http.to(URI.create(links.path("1600").asString("")))).statusCode())
        .as("without the desk's key")
        .isEqualTo(401);

    // The partner: nothing until a supervisor says so; then one size, made anew there once more.
    assertThat(athens.eleni.photos(athens.offered).json().path("photos")).isEmpty();
    ok(() -> jelena.photo(boy.id(), photo, "share", ""));
    String theirs = inAthens(athens);
    assertThat(theirs).isNotEqualTo(photo);
    assertThat(asEleni(athens.offered, theirs, "1600").statusCode()).isEqualTo(409);
    ok(() -> athens.eleni.look(athens.offered, theirs));
    byte[] abroadLarge = asEleni(athens.offered, theirs, "1600").body();
    assertThat(new String(abroadLarge, StandardCharsets.ISO_8859_1)).doesNotContain(PLANTED);
    assertThat(asEleni(athens.offered, theirs, "original").statusCode()).isEqualTo(404);

    // Volunteers: words, whatever the photo is.
    ok(() -> ana.photo(boy.id(), photo, "public", PART));
    ok(() -> jelena.photo(boy.id(), photo, "public/confirm", SECOND));
    Answer toVolunteers = drafted(boy, false);
    assertThat(new AlertDesk(jelena).preview(toVolunteers.text("alert")).body())
        .doesNotContain("photos/", "image/", photo);

    // Everybody: the part that two people let them see, from a page without a name in its address.
    String code = approvedForPublic(boy);
    await().atMost(PATIENCE).until(() -> asAnybody(code).statusCode() == 200);
    byte[] part = asAnybody(code).body();
    assertThat(part).isEqualTo(asAna(boy, photo, "public-400").body());
    assertThat(part).isNotEqualTo(asAna(boy, photo, "400").body());
    assertThat(asAnybody(code).headers().firstValue("Cache-Control").orElse(""))
        .contains("no-store");
    List<byte[]> all = List.of(face, large, abroadLarge, part);
    assertThat(PictureBytes.kept(nodes)).hasSizeGreaterThan(before.size());
    assertThat(PictureBytes.readable(nodes, all)).as("sealed wherever they lie").isEmpty();

    // The end takes it from police, partner and everybody; the erasure takes the last byte.
    ok(() -> jelena.end(boy.id(), boy.child(), FOUND, HotlineClient.newKey()));
    await().atMost(PATIENCE).until(() -> asAnybody(code).statusCode() == 404);
    await()
        .atMost(PATIENCE)
        .until(() -> asDesk(links.path("1600").asString("")).statusCode() == 404);
    assertThat(asDesk(links.path("original").asString("")).statusCode()).isEqualTo(404);
    await()
        .atMost(PATIENCE)
        .until(() -> asEleni(athens.offered, theirs, "1600").statusCode() != 200);
    ok(() -> new PartnerDesk(hotline.as("gordana")).recall(athens.offered, "FOUND"));
    erased(boy);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              Set<Path> left = PictureBytes.kept(nodes);
              left.removeAll(before);
              assertThat(left).isEmpty();
            });
    assertThat(PictureBytes.readable(nodes, all)).isEmpty();
    assertThat(asAna(boy, photo, "1600").statusCode()).isEqualTo(410);
  }

  private Answer sent(NodePlan node, String text, byte[] picture) {
    String body =
        "{\"text\": \"%s\", \"contact\": \"060 417 98 76\", \"picture\": \"%s\"}"
            .formatted(text, Base64.getEncoder().encodeToString(picture));
    return hotline
        .http()
        .send(
            Http.to(node.door().resolve("/api/v1/tips/pictured"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", HotlineClient.newKey())
                .POST(BodyPublishers.ofString(body))
                .build());
  }

  /** A tip that Athens takes about the boy goes to Novi Sad by a word of Athens alone. */
  private String tipOfAthens(HandoverTargets athens, Searched boy) {
    HotlineClient maria = abroad.as("maria");
    String text = "He was on the ferry, " + plate;
    String taken =
        """
        {"exercise": false, "channel": "PHONE", "text": "%s", "contact": "694 417 98 76",
         "case": "%s", "grade": {"source": "C", "information": "PROBABLE", "reason": "sells tickets"}}
        """
            .formatted(text, athens.foreignCase);
    Answer tip = ok(() -> maria.post("/api/v1/tips/taken", taken, HotlineClient.newKey(), ""));
    String path = "/api/v1/tips/" + tip.text("tip");
    String says = ok(() -> maria.get(path + "/sighting")).json().path("says").toString();
    assertThat(athens.eleni.sighting(athens.offered, says).body()).contains("needs-ground");
    assertThat(inNoviSad(boy, text)).as("before somebody sends it").isEmpty();
    var nikos = new PartnerDesk(abroad.as("nikos"));
    ok(() -> nikos.vitalInterest(athens.offered, "VI-" + plate));

    Answer sent = ok(() -> athens.eleni.sighting(athens.offered, says));
    String what =
        "{\"handover\": \"%s\", \"sighting\": \"%s\"}"
            .formatted(athens.offered, sent.text("sighting"));
    ok(() -> maria.post(path + "/sent", what, HotlineClient.newKey(), "*"));

    await().atMost(PATIENCE).until(() -> inNoviSad(boy, text).isPresent());
    JsonNode arrived = inNoviSad(boy, text).orElseThrow();
    assertThat(arrived.path("channel").asString("")).isEqualTo("PARTNER");
    assertThat(arrived.at("/grade/source").asString("")).isEqualTo("C");
    assertThat(arrived.toString()).doesNotContain("417 98 76", "sells tickets");
    JsonNode ofCase = ana.read(boy.id()).json();
    assertThat(ofCase.path("facts").toString()).doesNotContain("the ferry");
    assertThat(item().orElseThrow().toString()).doesNotContain("the ferry");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                athens
                    .eleni
                    .read(athens.offered)
                    .json()
                    .path("receipts")
                    .valueStream()
                    .filter(line -> line.path("code").asString("").equals("SIGHTING_RECEIVED"))
                    .anyMatch(
                        line -> line.path("sighting").asString("").equals(sent.text("sighting"))));

    String forget =
        "{\"what\": \"SIGHTING_WITHDRAWN\", \"sighting\": \"%s\"}".formatted(sent.text("sighting"));
    String proposals = "/api/v1/handovers/" + athens.offered + "/proposals";
    ok(() -> maria.post(proposals, forget, HotlineClient.newKey(), ""));
    String back = what.replace("}", ", \"takenBack\": true}");
    ok(() -> maria.post(path + "/sent", back, HotlineClient.newKey(), "*"));
    await().atMost(PATIENCE).until(() -> inNoviSad(boy, text).isEmpty());
    await().atMost(PATIENCE).until(() -> !ana.read(boy.id()).body().contains("the ferry"));
    return path;
  }

  private Optional<JsonNode> inNoviSad(Searched boy, String text) {
    return ana.get("/api/v1/tips?case=" + boy.id())
        .json()
        .path("tips")
        .valueStream()
        .filter(each -> each.path("text").asString("").equals(text))
        .findFirst();
  }

  @Test
  @Proves({6, 8, 12})
  void aStrangersTipWithAPictureReachesPoliceAndThePartnerByPeoplesWordsAlone() {
    Set<Path> before = PictureBytes.kept(nodes);
    byte[] face = PictureBytes.face(PLANTED);
    Searched boy = searched();
    HandoverTargets athens = accepted(boy);
    String text = "He got into a white van at the toll gate, " + plate;
    assertThat(sent(nodes.getLast(), text, face).body())
        .as("a node without a written protocol takes none")
        .contains("uploads-off");

    Answer stored = sent(nodes.getFirst(), text, face);

    assertThat(stored.status()).as(stored.body()).isEqualTo(202);
    String tip =
        ana.get("/api/v1/tips?limit=200")
            .json()
            .path("tips")
            .valueStream()
            .filter(each -> each.path("text").asString("").equals(text))
            .map(each -> each.path("tip").asString(""))
            .findFirst()
            .orElseThrow();
    String path = "/api/v1/tips/" + tip;
    assertThat(PictureBytes.get(ana.to(path + "/picture/400")).statusCode()).isEqualTo(409);
    ok(() -> ana.post(path + "/picture/look", "", HotlineClient.newKey(), ""));
    assertThat(PictureBytes.get(ana.to(path + "/picture/400")).statusCode()).isEqualTo(200);
    String grade =
        "{\"source\": \"B\", \"information\": \"PROBABLE\", \"reason\": \"works at the gate\"}";
    ok(() -> ana.post(path + "/grade", grade, HotlineClient.newKey(), "*"));
    String tie = "{\"case\": \"" + boy.id() + "\"}";
    ok(() -> ana.post(path + "/tie", tie, HotlineClient.newKey(), "*"));
    Answer report = ok(() -> ana.post(path + "/report", "{}", HotlineClient.newKey(), "*"));
    String child = "{\"child\": \"" + boy.child() + "\"}";
    String photo =
        ok(() -> ana.post(path + "/picture/photo", child, HotlineClient.newKey(), "*"))
            .text("photo");

    JsonNode unreleased = itemWith("id");
    assertThat(unreleased.has("photos")).isFalse();
    assertThat(unreleased.toString()).doesNotContain("toll gate");

    release(boy.id(), report.text("report"));
    shown(boy, photo, OF_STRANGER);
    ok(() -> jelena.photo(boy.id(), photo, "share", ""));

    JsonNode item = itemWith("photos");
    assertThat(asDesk(item.at("/photos/0/links/original").asString("")).body()).isEqualTo(face);
    await()
        .atMost(PATIENCE)
        .until(() -> item().filter(each -> each.toString().contains("toll gate")).isPresent());
    assertThat(item().orElseThrow().toString()).doesNotContain("417 98 76", "works at the gate");
    String theirs = inAthens(athens);
    ok(() -> athens.eleni.look(athens.offered, theirs));
    byte[] inAthens = asEleni(athens.offered, theirs, "1600").body();
    assertThat(new String(inAthens, StandardCharsets.ISO_8859_1)).doesNotContain(PLANTED);
    assertThat(abroad.as("maria").read(athens.foreignCase).body())
        .as("a sighting goes to police alone")
        .doesNotContain("toll gate", "417 98 76");
    Answer preview = new AlertDesk(jelena).preview(drafted(boy, true).text("alert"));
    assertThat(preview.body()).doesNotContain("toll gate", photo);

    String there = tipOfAthens(athens, boy);
    ok(() -> jelena.end(boy.id(), boy.child(), FOUND, HotlineClient.newKey()));
    ok(() -> new PartnerDesk(hotline.as("gordana")).recall(athens.offered, "FOUND"));
    erased(boy);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              Set<Path> left = PictureBytes.kept(nodes);
              left.removeAll(before);
              assertThat(left).isEmpty();
            });
    assertThat(ana.get(path).status()).isEqualTo(404);
    await().atMost(PATIENCE).until(() -> abroad.as("maria").get(there).status() == 404);
    assertThat(PictureBytes.readable(nodes, List.of(face, inAthens))).isEmpty();
  }
}
