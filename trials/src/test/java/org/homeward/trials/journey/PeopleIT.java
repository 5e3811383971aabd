package org.homeward.trials.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.homeward.local.client.AlertDesk;
import org.homeward.local.client.Answer;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.PartnerDesk;
import org.homeward.local.client.PoliceReader;
import org.homeward.local.client.Reports;
import org.homeward.local.node.Neighbours;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A call from its first word to the desk of the police, by people with their own tokens. */
@ExtendWith(SharedNodes.class)
class PeopleIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String FOUND =
      "{\"outcome\": \"FOUND_SAFE\", \"verifiedBy\": \"POLICE_REFERENCE\", \"reference\": \"KU 1\"}";

  private final Hotline hotline;
  private final Hotline abroad;

  PeopleIT(Hotline hotline, Neighbours nodes) {
    this.hotline = hotline;
    this.abroad = new Hotline(nodes.gr().plan(), hotline.http());
  }

  @Test
  void aDraftIsFiledByAColleagueAndReleasedAndAnOfficerReadsIt() {
    HotlineClient ana = hotline.as("ana");
    HotlineClient marko = hotline.as("marko");
    String plate = "PEOPLE-" + HotlineClient.newKey().substring(0, 8);
    Answer draft =
        ana.post(
            "/api/v1/drafts",
            "{\"exercise\": false, \"channel\": \"PHONE\", \"danger\": \"YES\", \"typed\": {\"/says/notes\": \"half\"}}",
            HotlineClient.newKey(),
            "");
    assertThat(draft.status()).isEqualTo(201);
    assertThat(marko.get("/api/v1/drafts").body()).contains(draft.text("draft"));

    Answer filed =
        marko.open(
            Reports.marked(plate)
                .replaceFirst("\\{", "{\"draft\": \"" + draft.text("draft") + "\", "),
            HotlineClient.newKey());
    assertThat(filed.status()).isEqualTo(201);
    assertThat(ana.get("/api/v1/drafts/" + draft.text("draft")).text("case"))
        .isEqualTo(filed.text("case"));
    Answer released =
        ana.release(
            filed.text("case"),
            filed.text("report"),
            hotline.node().demoDesk(),
            filed.etag(),
            HotlineClient.newKey());
    assertThat(released.status()).isEqualTo(200);

    HotlineClient officer = hotline.as("dragan");
    await()
        .untilAsserted(
            () -> {
              Answer page =
                  officer.send(
                      officer
                          .to("/api/v1/feeds/police?limit=200")
                          .header("Accept", "application/json")
                          .build());
              assertThat(page.status()).isEqualTo(200);
              assertThat(page.body()).contains(plate);
            });
    assertThat(officer.get("/api/v1/cases").status()).isEqualTo(403);
  }

  /** Searched for while this draft is written down. */
  private Answer known(HotlineClient who, String child, String says) {
    String draft =
        who.post(
                "/api/v1/drafts",
                "{\"exercise\": false, \"typed\": {}}",
                HotlineClient.newKey(),
                "")
            .text("draft");
    Answer known =
        who.post(
            "/api/v1/cases/known",
            "{\"draft\": \"%s\", \"newChildren\": [%s], \"says\": {%s}}"
                .formatted(draft, child, says),
            HotlineClient.newKey(),
            "");
    assertThat(known.status()).as(known.body()).isEqualTo(200);
    return known;
  }

  private static String found(HotlineClient who, String words) {
    Answer found =
        who.post(
            "/api/v1/cases/find", "{\"words\": \"" + words + "\"}", HotlineClient.newKey(), "");
    assertThat(found.status()).as(found.body()).isEqualTo(200);
    return found.json().path("cases").toString();
  }

  private void release(String id, String report, DeskLogin desk) {
    String key = HotlineClient.newKey();
    HotlineClient jelena = hotline.as("jelena");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                jelena.release(id, report, desk.id(), jelena.read(id).etag(), key).status() == 200);
  }

  private String items(DeskLogin desk) {
    PoliceReader police = hotline.desk(desk);
    return police.allAfter(police.beginning()).toString();
  }

  private String drafted(String caseId, boolean isPublic) {
    Instant until = Clock.systemUTC().instant().plus(Duration.ofHours(2));
    String authority = hotline.newAuthority("People " + UUID.randomUUID(), "\"p-1004\"", until);
    return new AlertDesk(hotline.as("jelena"))
        .draft(
            isPublic
                ? AlertDesk.publicAlert(caseId, "RS", authority, "Please call.", until)
                : AlertDesk.volunteerAlert(caseId, "RS", authority, "Please call.", until),
            HotlineClient.newKey())
        .body();
  }

  private static String girl(String name, String script) {
    return "{\"names\": [{\"full\": \"%s\", \"script\": \"%s\", \"kind\": \"NATIVE\"}], \"born\": \"2012-06-07\", \"sex\": \"FEMALE\"}"
        .formatted(name, script);
  }

  private static String runaway(String girl, String plate) {
    return "{\"exercise\": false, \"channel\": \"PHONE\", \"says\": {\"category\": \"RUNAWAY\", \"risk\": {\"level\": \"LOW\"}, \"vehicle\": {\"plate\": \"%s\", \"country\": \"RS\"}}, \"newChildren\": [%s]}"
        .formatted(plate, girl);
  }

  /** The team knows of the earlier times; nobody outside learns that there were any. */
  @Test
  @Proves({6, 12})
  void aRunawayIsKnownByHerNameInTheOtherScriptAndHerEarlierTimesStayWithTheTeam() {
    HotlineClient ana = hotline.as("ana");
    HotlineClient jelena = hotline.as("jelena");
    DeskLogin desk = hotline.newDesk("people " + UUID.randomUUID(), false);
    List<String> earlier = new ArrayList<>();
    String before = "";
    for (int i = 0; i < 3; i++) {
      Answer opened = ana.open(runaway(girl("Ljubinka Džodžić", "Latn"), "EARLIER-" + i), key());
      String id = opened.text("case");
      String child = opened.json().path("children").path(0).asString("");
      assertThat(jelena.end(id, child, FOUND, key()).status()).isEqualTo(200);
      if (i > 0) {
        Answer linked =
            ana.post("/api/v1/cases/" + id + "/children/" + child + "/links", before, key(), "");
        assertThat(linked.status()).as(linked.body()).isEqualTo(200);
      }
      before =
          "{\"case\": \"%s\", \"child\": \"%s\", \"reason\": \"CHILD_SAYS\"}".formatted(id, child);
      earlier.add(id);
    }
    String cyrillic = girl("Љубинка Џоџић", "Cyrl");
    HotlineClient marko = hotline.as("marko");
    await()
        .atMost(PATIENCE)
        .until(() -> known(marko, cyrillic, "").json().at("/children/0/episodes").size() == 2);

    Answer known = known(marko, cyrillic, "");

    assertThat(known.json().path("children")).hasSize(1);
    assertThat(known.json().at("/children/0/verdict").asString("")).isEqualTo("SAME_CHILD");
    Answer now = marko.open(runaway(cyrillic, "NOW-4"), key());
    String id = now.text("case");
    String child = now.json().path("children").path(0).asString("");
    assertThat(
            marko
                .post("/api/v1/cases/" + id + "/children/" + child + "/links", before, key(), "")
                .status())
        .isEqualTo(200);
    release(id, now.text("report"), desk);
    assertThat(ana.checkOrders(id, key()).status()).isEqualTo(200);

    await().atMost(PATIENCE).until(() -> items(desk).contains("NOW-4"));
    await().atMost(PATIENCE).until(() -> drafted(id, true).contains("\"code\""));
    var athens = new HandoverTargets(hotline, abroad, id);
    String abroadSees = abroad.as("maria").read(athens.foreignCase).body();
    List<String> outside = List.of(items(desk), abroadSees, drafted(id, false), drafted(id, true));
    for (String told : outside) {
      assertThat(told).doesNotContain("EARLIER-").doesNotContain(earlier);
    }
  }

  /** He rings from the telephone that she had used, and learns from no answer that she had. */
  @Test
  @Proves({6, 12})
  void aChildWhoCallsForHerselfIsUnknownOutsideUntilSheAgreesAlsoToHerFatherAtTheSameTelephone() {
    HotlineClient ana = hotline.as("ana");
    HotlineClient marko = hotline.as("marko");
    DeskLogin desk = hotline.newDesk("herself " + UUID.randomUUID(), false);
    String number = "+38164417" + (1000 + ThreadLocalRandom.current().nextInt(9000));
    String words = "she-said-" + UUID.randomUUID();
    String hers =
        """
        {"exercise": false, "channel": "PHONE", "newChildren": [%s],
         "says": {"category": "RUNAWAY", "risk": {"level": "MEDIUM"},
                  "vehicle": {"plate": "%s", "country": "RS"},
                  "childWords": {"language": "sr-Latn", "text": "%s"},
                  "reporter": {"relation": "CHILD_SELF", "phone": "%s", "agreesToPolice": false}}}
        """
            .formatted(girl("Grozdana Ščekić", "Latn"), "HERSELF-1", words, number);
    Answer called = ana.open(hers, key());
    assertThat(called.status()).as(called.body()).isEqualTo(201);
    assertThat(called.text("proposal")).isEqualTo("HOLD");
    String id = called.text("case");

    // Her father: another operator searches with his number, and reads the same as of nobody.
    String his = "\"reporter\": {\"relation\": \"PARENT\", \"phone\": \"" + number + "\"}";
    String nobody = his.replace(number, "+381644170000");
    String other = "{\"sex\": \"MALE\"}";
    assertThat(known(marko, other, his).json().path("children"))
        .isEqualTo(known(marko, other, nobody).json().path("children"));
    assertThat(found(marko, number)).isEqualTo("[]");
    Answer fathers =
        marko.open(
            """
            {"exercise": false, "channel": "PHONE", "newChildren": [{"sex": "MALE"}],
             "says": {"category": "RUNAWAY", "risk": {"level": "LOW"}, "feared": ["NOBODY"],
                      "vehicle": {"plate": "FATHER-1", "country": "RS"},
                      "reporter": {"relation": "PARENT", "phone": "%s", "agreesToPolice": true}}}
            """
                .formatted(number),
            key());
    release(fathers.text("case"), fathers.text("report"), desk);

    // Nobody outside has heard of her: what came later is there, and of her nothing is.
    await().atMost(PATIENCE).until(() -> items(desk).contains("FATHER-1"));
    assertThat(items(desk)).doesNotContain("HERSELF-1", "Grozdana", words);
    await().atMost(PATIENCE).until(() -> drafted(id, true).contains("no-released-report"));
    assertThat(drafted(id, false)).contains("no-released-report");
    var gordana = new PartnerDesk(hotline.as("gordana"));
    await().atMost(PATIENCE).until(() -> gordana.offer(id, "gr", key()).status() == 409);

    // She agrees; police read what she lets them, and her number leads nobody to her even then.
    release(id, called.text("report"), desk);
    await().atMost(PATIENCE).until(() -> items(desk).contains("HERSELF-1"));
    assertThat(items(desk)).doesNotContain(words);
    await().atMost(PATIENCE).until(() -> found(marko, number).contains(fathers.text("case")));
    assertThat(found(marko, number)).doesNotContain(id);
  }

  /** The answers about the offer go with the call into the case, and nowhere else. */
  @Test
  @Proves({6, 12})
  void aCallAboutAJobOfferTurnsIntoACaseAndNobodyOutsideReadsOfTheOffer() {
    HotlineClient ana = hotline.as("ana");
    DeskLogin desk = hotline.newDesk("offer " + UUID.randomUUID(), false);
    String employer = "Hotel-" + UUID.randomUUID();
    String plate = "OFFER-" + key().substring(0, 8);
    Answer call =
        ana.post(
            "/api/v1/calls",
            "{\"exercise\": false, \"direction\": \"IN\", \"answered\": true}",
            key(),
            "");
    String path = "/api/v1/calls/" + call.text("call");
    String offer =
        """
        {"employer": "%s", "destination": "DE",
         "checked": [{"question": "OF_AGE", "answer": "NO", "advised": true}]}"""
            .formatted(employer);
    Answer checked = ana.post(path + "/job-offer", offer, key(), call.etag());
    assertThat(checked.status()).as(checked.body()).isEqualTo(200);

    String begun = "{\"exercise\": false, \"typed\": {\"/says/notes\": \"" + employer + "\"}}";
    String draft = ana.post("/api/v1/drafts", begun, key(), "").text("draft");
    String tie = "{\"draft\": \"" + draft + "\"}";
    assertThat(ana.post(path + "/tie", tie, key(), checked.etag()).status()).isEqualTo(200);
    Answer filed =
        ana.open(
            """
            {"draft": "%s", "exercise": false, "channel": "PHONE", "newChildren": [%s],
             "says": {"category": "RUNAWAY", "risk": {"level": "HIGH"}, "feared": ["NOBODY"],
                      "vehicle": {"plate": "%s", "country": "RS"},
                      "notes": {"language": "sr-Latn", "text": "%s"},
                      "reporter": {"relation": "PARENT", "agreesToPolice": true}}}"""
                .formatted(draft, girl("Ljiljana Šestić", "Latn"), plate, employer),
            key());
    assertThat(filed.status()).as(filed.body()).isEqualTo(201);
    String id = filed.text("case");

    await().atMost(PATIENCE).until(() -> ana.get(path).text("case").equals(id));
    assertThat(ana.get(path).json().at("/jobOffer/employer").asString("")).isEqualTo(employer);
    assertThat(ana.get("/api/v1/calls?case=" + id).body()).contains(call.text("call"));
    release(id, filed.text("report"), desk);
    await().atMost(PATIENCE).until(() -> items(desk).contains(plate));
    assertThat(items(desk)).doesNotContain(employer);
    for (boolean isPublic : new boolean[] {true, false}) {
      assertThat(drafted(id, isPublic)).doesNotContain(employer);
    }
  }

  private static String key() {
    return HotlineClient.newKey();
  }
}
