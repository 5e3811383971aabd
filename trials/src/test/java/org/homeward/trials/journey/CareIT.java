package org.homeward.trials.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.homeward.local.client.AlertDesk;
import org.homeward.local.client.Answer;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.PartnerDesk;
import org.homeward.local.client.Reports;
import org.homeward.local.node.Neighbours;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A family between two countries: what each side could see of it, and what none could. */
@ExtendWith(SharedNodes.class)
class CareIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String MOTHER = "Dobrila Kestenari";
  private static final String MOTHERS_NUMBER = "+381600417418";
  private static final String FATHER = "Radoslav Kestenari";
  private static final String FATHERS_NUMBER = "+381600417419";

  private final Hotline hotline;
  private final Hotline abroad;
  private final HotlineClient ana;
  private final AlertDesk alerts;
  private final PartnerDesk gordana;
  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final String authority;
  private final DeskLogin desk;

  CareIT(Hotline hotline, Neighbours nodes) {
    this.hotline = hotline;
    this.abroad = new Hotline(nodes.gr().plan(), hotline.http());
    this.ana = hotline.as("ana");
    this.alerts = new AlertDesk(hotline.as("jelena"));
    this.gordana = new PartnerDesk(hotline.as("gordana"));
    Instant until = Clock.systemUTC().instant().plus(Duration.ofDays(9));
    this.authority = hotline.newAuthority("Care " + run, "\"p-1004\"", until);
    this.desk = hotline.newDesk("care " + run, false);
  }

  /**
   * A case with two children, and one report that police may read.
   *
   * @param first id of the first child
   */
  private record Case(String id, String report, String first) {

    String path() {
      return "/api/v1/cases/" + id;
    }
  }

  private String girl() {
    return "Jagoda" + run;
  }

  private String boy() {
    return "Vukota" + run;
  }

  private static String child(String name, int age, String sex) {
    return """
        {"names": [{"full": "%s", "script": "Latn", "kind": "NATIVE"}],
         "ageYears": {"from": %d, "to": %d}, "sex": "%s"}"""
        .formatted(name, age, age, sex);
  }

  private Case opened(String category, String children) {
    Answer opened =
        ana.open(
            """
            {"exercise": false, "channel": "PHONE", "newChildren": [%s],
             "says": {"category": "%s", "risk": {"level": "HIGH"}, "feared": ["NOBODY"],
               "lastSeen": {"at": "%s", "uncertaintyMinutes": 30, "zone": "Europe/Belgrade",
                 "place": {"country": "RS", "locality": "Novi Sad"}},
               "companions": [{"relation": "PARENT"}],
               "vehicle": {"plate": "CARE-%s", "country": "RS"},
               "reporter": {"relation": "PARENT", "phone": "%s", "agreesToPolice": true}}}"""
                .formatted(
                    children,
                    category,
                    Clock.systemUTC()
                        .instant()
                        .minus(Duration.ofHours(2))
                        .truncatedTo(ChronoUnit.SECONDS),
                    run,
                    MOTHERS_NUMBER),
            HotlineClient.newKey());
    assertThat(opened.status()).as(opened.body()).isEqualTo(201);
    var of =
        new Case(
            opened.text("case"),
            opened.text("report"),
            opened.json().path("children").path(0).asString(""));
    assertThat(ana.checkOrders(of.id(), HotlineClient.newKey()).status()).isEqualTo(200);
    String key = HotlineClient.newKey();
    until(
        () -> ana.release(of.id(), of.report(), desk.id(), ana.read(of.id()).etag(), key).status(),
        200);
    return of;
  }

  /** Clocks and news change a case beside us. */
  private static void until(Callable<Integer> status, int wanted) {
    await().atMost(PATIENCE).until(() -> status.call() == wanted);
  }

  private String contact(HotlineClient by, Case of, String name, String number, String report) {
    Answer made =
        by.post(
            of.path() + "/family/contacts",
            """
            {"name": "%s", "number": "%s", "relation": "PARENT", "language": "en"%s,
             "mustNotLearn": "who else calls %s"}"""
                .formatted(name, number, report, run),
            HotlineClient.newKey(),
            "");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return of.path() + "/family/contacts/" + made.text("contact");
  }

  private String mother(Case of) {
    return contact(ana, of, MOTHER, MOTHERS_NUMBER, ", \"report\": \"" + of.report() + "\"");
  }

  private Answer tell(String contact, String sentence, String name, String number) {
    Instant next = Clock.systemUTC().instant().plus(Duration.ofHours(3));
    return ana.post(
        contact + "/updates",
        """
        {"sentence": "%s", "name": "%s", "number": "%s", "next": {"due": "%s"}}"""
            .formatted(sentence, name, number, next.truncatedTo(ChronoUnit.SECONDS)),
        HotlineClient.newKey(),
        "");
  }

  private static String problem(Answer answer) {
    return answer.text("type").replaceFirst(".*:", "");
  }

  private Answer draft(Case of, boolean isPublic) {
    Instant until = Clock.systemUTC().instant().plus(Duration.ofHours(2));
    return alerts.draft(
        isPublic
            ? AlertDesk.publicAlert(of.id(), "RS", authority, "x", until)
            : AlertDesk.volunteerAlert(of.id(), "RS", authority, "x", until),
        HotlineClient.newKey());
  }

  /** What volunteers or everybody would read, once alert-service knows the case well enough. */
  private String preview(Case of, boolean isPublic) {
    Answer[] drafted = new Answer[1];
    until(
        () -> {
          drafted[0] = draft(of, isPublic);
          return drafted[0].status();
        },
        201);
    Answer preview = alerts.preview(drafted[0].text("alert"));
    assertThat(preview.status()).as(preview.body()).isEqualTo(200);
    return preview.body();
  }

  private String police() {
    Answer page = hotline.desk(desk).newest();
    assertThat(page.status()).isEqualTo(200);
    return page.body();
  }

  private void nobodyOutsideReadsOfTheFamily(String... texts) {
    for (String text : texts) {
      assertThat(text)
          .doesNotContain(MOTHER, FATHER, FATHERS_NUMBER, "who else calls " + run, "We will call");
    }
  }

  @Test
  @Proves({4, 6, 12})
  void ofTwoSiblingsTakenAbroadOneIsFoundAndNobodyOfTheFamilyHearsIt() {
    Case of =
        opened("PARENTAL_ABDUCTION", child(girl(), 6, "FEMALE") + ", " + child(boy(), 9, "MALE"));
    String mother = mother(of);
    assertThat(tell(mother, "SEARCH_GOES_ON", MOTHER, MOTHERS_NUMBER).status()).isEqualTo(201);
    String held = "SU-" + run;
    assertThat(ana.join(of.id(), Reports.anotherCar(held), HotlineClient.newKey()).status())
        .isEqualTo(201);
    await().atMost(PATIENCE).until(() -> police().contains(girl()) && police().contains(boy()));
    Answer[] offered = new Answer[1];
    until(
        () -> {
          offered[0] = gordana.offer(of.id(), "gr", HotlineClient.newKey());
          return offered[0].status();
        },
        201);
    var eleni = new PartnerDesk(abroad.as("eleni"));
    String handover = offered[0].text("handover");
    until(() -> eleni.read(handover).status(), 200);
    String coarse = eleni.read(handover).body();
    String volunteers = preview(of, false);
    String everybody = preview(of, true);
    assertThat(coarse).contains("YEARS_0_TO_6").doesNotContain(girl(), boy(), of.id(), held);
    assertThat(police()).contains("CARE-" + run).doesNotContain(held);
    assertThat(volunteers).contains(girl(), boy());
    nobodyOutsideReadsOfTheFamily(coarse, volunteers, everybody, police());

    Answer ended =
        ana.end(
            of.id(),
            of.first(),
            "{\"outcome\": \"FOUND_SAFE\", \"verifiedBy\": \"POLICE_REFERENCE\", \"reference\": \"KU 4417\"}",
            HotlineClient.newKey());
    assertThat(ended.status()).as(ended.body()).isEqualTo(200);

    assertThat(problem(tell(mother, "SEARCH_GOES_ON", MOTHER, MOTHERS_NUMBER)))
        .isEqualTo("family-told-nothing");
    assertThat(problem(tell(mother, "NOTHING_NEW", MOTHER, MOTHERS_NUMBER)))
        .isEqualTo("family-told-nothing");
    await().atMost(PATIENCE).until(() -> !police().contains(girl()));
    assertThat(police()).contains(boy(), "\"status\":\"ACTIVE\"");
    await().atMost(PATIENCE).until(() -> !preview(of, false).contains(girl()));
    assertThat(preview(of, false)).contains(boy()).doesNotContain("FOUND", held);
    assertThat(preview(of, true)).doesNotContain(girl(), "FOUND");
    assertThat(eleni.read(handover).body()).doesNotContain(girl(), boy(), held);
  }

  @Test
  @Proves({4, 6})
  void aFatherWhoSaysThatSheIsHomeEndsNoSearchAndIsToldNothing() {
    Case of = opened("RUNAWAY", child(girl(), 15, "FEMALE"));
    String mother = mother(of);
    String father = contact(hotline.as("jelena"), of, FATHER, FATHERS_NUMBER, "");
    assertThat(tell(father, "SEARCH_GOES_ON", FATHER, FATHERS_NUMBER).status()).isEqualTo(201);
    assertThat(preview(of, false)).contains(girl());
    await().atMost(PATIENCE).until(() -> police().contains(girl()));

    Answer located = ana.located(of.id(), of.first(), HotlineClient.newKey());

    assertThat(located.status()).as(located.body()).isEqualTo(200);
    assertThat(ana.read(of.id()).text("standing")).isEqualTo("FROZEN");
    assertThat(problem(tell(father, "NOTHING_NEW", FATHER, FATHERS_NUMBER)))
        .isEqualTo("family-told-nothing");
    assertThat(problem(tell(mother, "NOTHING_NEW", MOTHER, MOTHERS_NUMBER)))
        .isEqualTo("family-told-nothing");
    await().atMost(PATIENCE).until(() -> police().contains("LOCATED_UNVERIFIED"));
    assertThat(police()).as("police search on").contains("\"status\":\"ACTIVE\"", girl());
    await().atMost(PATIENCE).until(() -> problem(draft(of, false)).equals("alert-held"));
    assertThat(problem(draft(of, true))).isEqualTo("alert-held");
    await()
        .atMost(PATIENCE)
        .until(() -> gordana.offer(of.id(), "gr", HotlineClient.newKey()).status() == 409);
    assertThat(
            ana.end(
                    of.id(),
                    of.first(),
                    "{\"outcome\": \"FOUND_SAFE\", \"reference\": \"a father's word\"}",
                    HotlineClient.newKey())
                .status())
        .isEqualTo(422);
    nobodyOutsideReadsOfTheFamily(police());
  }

  private Answer made(HotlineClient by, String path, String body) {
    return by.post(path, body, HotlineClient.newKey(), "");
  }

  /** Whatever the checklist still asks is not needed; then nothing is open. */
  private void closed(Case of) {
    String found =
        "{\"children\": [{\"child\": \"%s\", \"howFound\": \"BY_POLICE\"}]}".formatted(of.first());
    until(
        () -> {
          ana.get(of.path() + "/work")
              .json()
              .path("checklist")
              .forEach(
                  each ->
                      made(
                          ana,
                          of.path() + "/work/" + each.path("item").asString("") + "/done",
                          "{\"how\": \"NOT_NEEDED\", \"reason\": \"he is found\"}"));
          return made(ana, of.path() + "/close", found).status();
        },
        200);
  }

  @Test
  @Proves({6, 8, 12})
  void aBoyFoundBeggingIsReferredInterviewedAndClosedAndNobodyOutsideLearnsOfIt() {
    String screened = "begs" + run;
    String street = "Street" + run;
    String lawyers = "Lawyers" + run;
    HotlineClient mina = hotline.as("mina");
    Case of = opened("RUNAWAY", child(boy(), 12, "MALE"));
    await().atMost(PATIENCE).until(() -> police().contains(boy()));
    Answer[] offered = new Answer[1];
    until(
        () -> {
          offered[0] = gordana.offer(of.id(), "gr", HotlineClient.newKey());
          return offered[0].status();
        },
        201);
    var eleni = new PartnerDesk(abroad.as("eleni"));
    String handover = offered[0].text("handover");
    until(() -> eleni.read(handover).status(), 200);
    String volunteers = preview(of, false);
    String everybody = preview(of, true);

    Referring boy = Referring.about(mina, hotline.as("jelena"), boy(), screened);
    boy.write("links", "{\"case\": \"%s\", \"child\": \"%s\"}".formatted(of.id(), of.first()));
    boy.write(
        "screenings",
        """
        {"answers": [{"indicator": "BEGS", "answer": "YES", "saidBy": "WITNESS", "note": "%s"}],
         "finding": "POSSIBLE_VICTIM", "forms": ["FORCED_BEGGING"]}"""
            .formatted(screened));
    Answer ended =
        ana.end(
            of.id(),
            of.first(),
            "{\"outcome\": \"FOUND_SAFE\", \"verifiedBy\": \"POLICE_REFERENCE\", \"reference\": \"KU 4418\"}",
            HotlineClient.newKey());
    assertThat(ended.status()).as(ended.body()).isEqualTo(200);

    String lawyer = boy.handedOver(boy.provider(lawyers, "LEGAL_ADVICE", street), "LEGAL_ADVICE");
    boy.step(lawyer, "{\"step\": \"ACCEPT\"}");
    String full = boy.provider("Full" + run, "ACCOMMODATION", street);
    String first = boy.handedOver(full, "ACCOMMODATION");
    boy.step(first, "{\"step\": \"REJECT\", \"reason\": \"FULL\"}");
    String free = boy.provider("Free" + run, "ACCOMMODATION", street);
    String second = boy.handedOver(free, "ACCOMMODATION");
    boy.step(second, "{\"step\": \"ACCEPT\"}");
    boy.step(second, "{\"step\": \"FINISH\", \"note\": \"he lives there\"}");
    boy.step(lawyer, "{\"step\": \"FINISH\"}");

    String sheet = boy.read(second).json().path("sheet").toString();
    assertThat(sheet).contains("rom").doesNotContain(boy(), screened, "2014", of.id(), boy.id());
    assertThat(boy.read(first).text("stage")).isEqualTo("REJECTED");
    assertThat(boy.read("/api/v1/providers/" + free + "/address").body()).contains(street);
    assertThat(ana.get("/api/v1/providers").body()).contains("Free" + run);
    assertThat(ana.get("/api/v1/providers/" + free).body()).doesNotContain(street);
    assertThat(ana.get("/api/v1/providers/" + free + "/address").status()).isEqualTo(403);
    for (String staff : new String[] {"ana", "dragan", "gordana"}) {
      assertThat(hotline.as(staff).get(second).status()).as(staff).isEqualTo(403);
    }
    assertThat(hotline.as("jelena").get(second).status()).isEqualTo(404);

    Answer interview =
        made(
            ana,
            of.path() + "/children/" + of.first() + "/interviews",
            "{\"office\": \"PSYCHOLOGIST\", \"name\": \"M. Ilic\"}");
    assertThat(interview.status()).as(interview.body()).isEqualTo(201);
    Answer held =
        made(
            mina,
            of.path() + "/interviews/" + interview.text("interview") + "/held",
            "{\"answers\": [{\"question\": \"WHERE\", \"text\": \"%s\"}]}".formatted(screened));
    assertThat(held.status()).as(held.body()).isEqualTo(200);
    await().atMost(PATIENCE).until(() -> !police().contains(boy()));
    gordana.recall(handover, "FOUND"); // where the end has not done so already
    closed(of);

    for (String outside :
        new String[] {
          volunteers, everybody, police(), eleni.read(handover).body(), ana.read(of.id()).body()
        }) {
      assertThat(outside)
          .doesNotContain(screened, street, lawyers, "Free" + run, boy.id(), "FORCED_BEGGING");
    }
    assertThat(boy.read(of.path() + "/ending").body()).contains("BY_POLICE");
  }
}
