package org.homeward.intake.carefiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.durable.recovery.EndsLog;
import org.homeward.durable.recovery.Replay;
import org.homeward.durable.store.Incarnation;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Care files over HTTP: members read and write, and nobody else learns of anything. */
class CareFilesIT {

  private static final String FILES = "/api/v1/care-files";
  private static final String BEGS =
      "{\"indicator\": \"BEGS\", \"answer\": \"YES\", \"saidBy\": \"WITNESS\", \"note\": \"at the"
          + " bridge\"}";

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private final Person jelena = intake.jelena();
  private final Person vera = intake.vera();
  private final Person kata = intake.person("kata", Role.CONFIDANT);
  private final Person mira = intake.person("mira", Role.CONFIDANT);

  @BeforeEach
  void bothHaveBeenHere() {
    kata.get(FILES);
    mira.get(FILES);
  }

  private String opened(String age, String name) {
    Answer answer =
        kata.post(
            FILES,
            "{\"exercise\": false, \"about\": {\"age\": \"%s\", \"name\": \"%s\"}}"
                .formatted(age, name));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return FILES + "/" + answer.json().path("careFile").asString();
  }

  private String opened(String age) {
    return opened(age, "somebody");
  }

  private static Answer ok(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  private Answer change(String file, String what, String body) {
    return kata.post(file + "/" + what, body, "If-Match: *");
  }

  private String aCase() {
    return ana.post(
            "/api/v1/reports",
            "{\"exercise\": false, \"channel\": \"PHONE\", \"newChildren\": [{}]}")
        .json()
        .path("case")
        .asString();
  }

  private static List<String> names(Answer list) {
    return list.json()
        .path("careFiles")
        .valueStream()
        .map(each -> each.path("careFile").asString(""))
        .toList();
  }

  private static String id(String file) {
    return file.substring(FILES.length() + 1);
  }

  @Test
  @Proves(6)
  void membersReadItAndForAllOthersThereIsNone() {
    String file = opened("CHILD", "Boy of the bridge");

    assertThat(ok(kata.get(file)).json().at("/about/name").asString())
        .isEqualTo("Boy of the bridge");
    String unknown = FILES + "/" + UUID.randomUUID();
    assertThat(mira.get(file).status()).isEqualTo(404);
    assertThat(mira.get(file).json().path("type")).isEqualTo(mira.get(unknown).json().path("type"));
    assertThat(names(ok(mira.get(FILES)))).doesNotContain(id(file));
    assertThat(jelena.get(file).status()).isEqualTo(404);
    assertThat(ana.get(file).status()).isEqualTo(403);
    assertThat(vera.get(file).status()).isEqualTo(403);
    for (Person watching : List.of(jelena, vera)) {
      Answer list = ok(watching.get(FILES));
      assertThat(names(list)).contains(id(file));
      assertThat(list.text()).doesNotContain("Boy of the bridge");
    }

    ok(change(file, "access", "{\"members\": [\"person-kata\", \"person-mira\"]}"));

    assertThat(ok(mira.get(file)).json().path("mine").asBoolean(false)).isTrue();
    ok(change(file, "access", "{\"members\": [\"person-kata\"]}"));
    assertThat(mira.get(file).status()).isEqualTo(404);
  }

  @Test
  void theRuleProposesAndAPersonDecidesForGood() {
    String file = opened("CHILD");
    Answer first =
        ok(
            change(
                file,
                "screenings",
                "{\"answers\": [%s], \"finding\": \"POSSIBLE_VICTIM\", \"forms\": [\"FORCED_BEGGING\"]}"
                    .formatted(BEGS)));
    assertThat(first.json().path("erased").asBoolean(true)).isFalse();
    Answer against =
        change(
            file,
            "screenings",
            "{\"answers\": [%s], \"finding\": \"NO_INDICATION\"}".formatted(BEGS));
    assertThat(against.status()).isEqualTo(422);
    assertThat(against.text()).contains("/reason");
    ok(
        change(
            file,
            "screenings",
            "{\"answers\": [%s], \"finding\": \"NO_INDICATION\", \"reason\": \"an actor\"}"
                .formatted(BEGS)));

    JsonNode all = ok(kata.get(file)).json().path("screenings");
    assertThat(all.size()).isEqualTo(2);
    JsonNode made = all.path(1);
    assertThat(made.path("finding").asString()).isEqualTo("POSSIBLE_VICTIM");
    assertThat(made.at("/forms/0/htcds").asString()).isEqualTo("ForcedBegging");
    assertThat(made.at("/answers/0/saidBy").asString()).isEqualTo("WITNESS");
    assertThat(made.at("/proposal/lines").toString())
        .contains("\"BEGS\"", "NOT_ASKED", "LEAVES_OPEN")
        .doesNotContain("MEANS", "CONSENT");
    assertThat(made.path("by").asString()).isEqualTo("person-kata");
  }

  @Test
  void aProposalIsAboutNobodyAndEverybodyOfTheTeamMayAsk() {
    Answer proposed =
        ok(
            ana.post(
                "/api/v1/screening/proposals",
                "{\"of\": \"CHILD\", \"answers\": [%s]}".formatted(BEGS)));

    assertThat(proposed.json().path("finding").asString()).isEqualTo("POSSIBLE_VICTIM");
    assertThat(ok(ana.get("/api/v1/screening/indicators")).json().path("indicators").size())
        .isGreaterThan(20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CHILD | screenings | {"finding": "NOT_CLEAR", "answers": [{"indicator": "IN_DEBT", "answer": "YES", "saidBy": "FAMILY"}]} | /answers/0/indicator
          CHILD | screenings | {"finding": "NOT_CLEAR", "answers": [{"indicator": "AGREED", "answer": "YES", "saidBy": "FAMILY"}]} | /answers/0/indicator
          ADULT | screenings | {"finding": "NOT_CLEAR", "answers": [{"indicator": "CHILD_WORKS", "answer": "NO", "saidBy": "FAMILY"}]} | /answers/0/indicator
          ADULT | screenings | {"finding": "NOT_CLEAR", "answers": [{"indicator": "NOVEL", "answer": "NO", "saidBy": "FAMILY"}]} | /answers/0/indicator
          ADULT | screenings | {"finding": "NOT_CLEAR", "answers": [{"indicator": "BEGS", "answer": "NO"}]} | /answers/0/saidBy
          ADULT | screenings | {"finding": "NOT_CLEAR", "answers": [{"indicator": "BEGS", "answer": "NOT_ASKED", "saidBy": "STAFF"}]} | /answers/0/saidBy
          ADULT | screenings | {"finding": "NOT_CLEAR", "answers": [{"indicator": "BEGS", "answer": "NOT_ASKED"}, {"indicator": "BEGS", "answer": "NOT_ASKED"}]} | /answers/1/indicator
          ADULT | screenings | {"finding": "VICTIM"} | /finding
          ADULT | screenings | {} | /finding
          ADULT | screenings | {"finding": "NO_INDICATION", "forms": ["OTHER"], "reason": "x"} | /forms
          ADULT | consents | {"how": "SPOKEN"} | /to
          ADULT | consents | {"to": ["AUNT"], "how": "SPOKEN"} | /to/0
          CHILD | consents | {"to": ["SHELTER"], "how": "SPOKEN"} | /to
          ADULT | passed-on | {"to": "POLICE", "name": "x", "what": "x", "ground": "IMMINENT_DANGER"} | /reason
          ADULT | passed-on | {"to": "POLICE", "name": "x", "what": "x", "ground": "CHILD_PROTECTION"} | /ground
          CHILD | passed-on | {"to": "POLICE", "name": "x", "what": "x", "ground": "CONSENT"} | /ground
          CHILD | about | {"age": "TEEN"} | /age
          CHILD | about | {"age": "CHILD", "bornIn": 12} | /bornIn
          CHILD | access | {"members": []} | /members
          CHILD | access | {"members": ["person-nobody"]} | /members/0
          CHILD | access | {"members": ["person-kata"], "notTo": ["person:person-kata"]} | /members
          CHILD | access | {"members": ["person-kata"], "notTo": ["country:RS"]} | /notTo/0
          """)
  void whatCannotBeIsRefusedWhereItStands(String age, String what, String body, String pointer) {
    String file = opened(age);

    Answer refused = change(file, what, body);

    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.json().path("errors").toString()).contains("\"" + pointer + "\"");
    assertThat(kata.get(file).json().path("version").asLong(0)).isEqualTo(1);
  }

  @Test
  @Proves(6)
  void anAdultsDataLeaveWithConsentOrInDanger() {
    String file = opened("ADULT");
    String told = "{\"to\": \"SHELTER\", \"name\": \"x\", \"what\": \"age\", \"ground\": \"%s\"%s}";
    assertThat(change(file, "passed-on", told.formatted("CONSENT", "")).problem())
        .isEqualTo("consent-missing");
    ok(change(file, "consents", "{\"to\": [\"SHELTER\"], \"how\": \"WRITTEN\"}"));
    ok(change(file, "passed-on", told.formatted("CONSENT", "")));
    ok(change(file, "consents", "{\"to\": [], \"how\": \"SPOKEN\"}"));
    assertThat(change(file, "passed-on", told.formatted("CONSENT", "")).status()).isEqualTo(409);
    ok(
        change(
            file,
            "passed-on",
            told.formatted("IMMINENT_DANGER", ", \"reason\": \"he comes now\"")));

    JsonNode all = ok(kata.get(file)).json().path("passedOn");
    assertThat(all.size()).isEqualTo(2);
    assertThat(all.at("/0/reason").asString()).isEqualTo("he comes now");
    assertThat(all.at("/0/by").asString()).isEqualTo("person-kata");
  }

  @Test
  @Proves(6)
  void onlyWhoeverMayOpenBothSeesTheLink() {
    String file = opened("CHILD");
    ok(change(file, "access", "{\"members\": [\"person-kata\", \"person-mira\"]}"));
    String secret =
        jelena
            .post(
                "/api/v1/reports",
                "{\"exercise\": false, \"channel\": \"PHONE\", \"notTo\": [\"person:person-mira\"],"
                    + " \"newChildren\": [{}]}")
            .json()
            .path("case")
            .asString();
    Answer before = ok(mira.get(file));
    String anasCase = ana.get("/api/v1/cases/" + secret).text();

    ok(kata.post(file + "/links", "{\"case\": \"" + secret + "\"}"));

    assertThat(kata.get(file).json().at("/links/0/case").asString()).isEqualTo(secret);
    assertThat(names(ok(kata.get(FILES + "?case=" + secret)))).containsExactly(id(file));
    Answer after = ok(mira.get(file));
    assertThat(after.text()).as("may open the file alone").isEqualTo(before.text());
    assertThat(after.all("ETag")).isEqualTo(before.all("ETag"));
    assertThat(ana.get("/api/v1/cases/" + secret).text()).isEqualTo(anasCase);
    assertThat(ana.get(FILES + "?case=" + secret).status()).isEqualTo(403);
    assertThat(mira.get(FILES + "?case=" + secret).status()).isEqualTo(404);
    assertThat(ok(jelena.get(FILES + "?case=" + secret)).text())
        .as("may open the case alone")
        .isEqualTo(ok(jelena.get(FILES + "?case=" + aCase())).text());
    assertThat(mira.post(file + "/links", "{\"case\": \"" + secret + "\"}").status())
        .isEqualTo(404);

    ok(kata.post(file + "/unlink", "{\"case\": \"" + secret + "\"}"));
    assertThat(kata.get(file).json().path("links")).isEmpty();
    ok(kata.post(file + "/links", "{\"case\": \"" + secret + "\"}"));
    assertThat(kata.get(file).json().path("links").size()).isEqualTo(1);
  }

  @Test
  @Proves(9)
  void anExerciseIsLinkedWithNoRealCase() {
    String exercise =
        kata.post(FILES, "{\"exercise\": true, \"about\": {\"age\": \"CHILD\"}}")
            .json()
            .path("careFile")
            .asString();

    Answer refused =
        kata.post(FILES + "/" + exercise + "/links", "{\"case\": \"" + aCase() + "\"}");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("exercise-and-real");
  }

  @Test
  @Proves(6)
  void aMemberKeepsItFromASupervisorAndAnOfficer() {
    Person milan = intake.person("milan", Role.SUPERVISOR);
    Person officer = intake.person("milan", Role.DPO);
    for (Person each : List.of(milan, officer, jelena, vera)) {
      each.get(FILES);
    }
    String file = opened("ADULT");
    String glass = "{\"code\": \"DANGER_NOW\", \"words\": \"at the door\"}";
    ok(jelena.post(file + "/break-glass", glass));
    assertThat(names(ok(milan.get(FILES)))).contains(id(file));
    assertThat(ok(officer.get("/api/v1/tasks")).text()).contains(id(file));

    ok(
        change(
            file,
            "access",
            "{\"members\": [\"person-kata\"], \"notTo\": [\"person:person-milan\"]}"));

    assertThat(names(ok(milan.get(FILES)))).doesNotContain(id(file));
    assertThat(milan.post(file + "/break-glass", glass).status()).isEqualTo(404);
    assertThat(ok(officer.get("/api/v1/tasks")).text()).doesNotContain(id(file));
    String done = "/api/v1/tasks/" + OpeningTasks.KIND + "." + id(file) + ".0/done";
    String unknown = "/api/v1/tasks/" + OpeningTasks.KIND + "." + UUID.randomUUID() + ".0/done";
    Answer kept = officer.postNothing(done);
    assertThat(kept.status()).isEqualTo(404);
    assertThat(kept.problem()).isEqualTo(officer.postNothing(unknown).problem());
    assertThat(kata.get(file).json().at("/openings/0").has("seenBy")).isFalse();
    assertThat(ok(vera.get("/api/v1/tasks")).text()).contains(id(file));
    Answer opened =
        kata.post(
            FILES,
            """
            {"exercise": false, "about": {"age": "ADULT"}, "notTo": ["person:person-milan"]}""");
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
  }

  @Test
  void anotherChildTakesThePlaceOfTheOneThatIsLinked() {
    String file = opened("CHILD");
    JsonNode of =
        ana.post(
                "/api/v1/reports",
                "{\"exercise\": false, \"channel\": \"PHONE\", \"newChildren\": [{}, {}]}")
            .json();
    String link = "{\"case\": \"" + of.path("case").asString() + "\", \"child\": \"%s\"}";
    for (JsonNode child : of.path("children")) {
      ok(kata.post(file + "/links", link.formatted(child.asString())));

      JsonNode links = kata.get(file).json().path("links");
      assertThat(links.size()).isEqualTo(1);
      assertThat(links.at("/0/child")).isEqualTo(child);
    }
  }

  @Test
  @Proves({6, 10})
  void aSupervisorBreaksTheGlassAndTheOfficerAsksAboutIt() {
    String file = opened("ADULT", "Known to members");
    String glass = "{\"code\": \"DANGER_NOW\", \"words\": \"her brother is at the door\"}";
    assertThat(jelena.get(file).status()).isEqualTo(404);

    ok(jelena.post(file + "/break-glass", glass));

    JsonNode read = ok(jelena.get(file)).json();
    assertThat(read.at("/about/name").asString()).isEqualTo("Known to members");
    assertThat(read.path("mine").asBoolean(true)).isFalse();
    assertThat(
            intake
                .person("jelena", Role.SUPERVISOR, Role.CONFIDANT)
                .post(file + "/about", "{\"age\": \"CHILD\"}", "If-Match: *")
                .status())
        .as("she only reads")
        .isEqualTo(404);
    assertThat(kata.get(file).json().at("/openings/0/by").asString()).isEqualTo("person-jelena");
    JsonNode task =
        ok(vera.get("/api/v1/tasks"))
            .json()
            .path("tasks")
            .valueStream()
            .filter(each -> each.path("careFile").asString("").equals(id(file)))
            .findFirst()
            .orElseThrow();
    assertThat(task.path("person").asString()).isEqualTo("person-jelena");
    assertThat(task.toString()).doesNotContain("brother", "Known to members");
    assertThat(ana.get("/api/v1/tasks").text()).doesNotContain(id(file));
    String done = "/api/v1/tasks/" + task.path("id").asString() + "/done";
    assertThat(intake.person("jelena", Role.DPO).postNothing(done).status()).isEqualTo(403);
    ok(vera.postNothing(done));
    assertThat(kata.get(file).json().at("/openings/0/seenBy").asString()).isEqualTo("person-vera");
    assertThat(vera.get("/api/v1/audit/intake?case=" + id(file)).text()).contains("person-jelena");
  }

  @Test
  @Proves({7, 8})
  void twoWordsEraseItAndNothingIsLeft() {
    String planted = "Planted" + UUID.randomUUID();
    String file = opened("ADULT", planted);
    String caseId = aCase();
    ok(kata.post(file + "/links", "{\"case\": \"" + caseId + "\"}"));
    ok(change(file, "about", "{\"age\": \"ADULT\", \"words\": \"%s\"}".formatted(planted)));

    Answer first = ok(vera.post(file + "/erase", "{\"reason\": \"SUBJECT_REQUEST\"}"));
    assertThat(first.json().path("erased").asBoolean(true)).isFalse();
    assertThat(mira.post(file + "/erase", "{\"reason\": \"SUBJECT_REQUEST\"}").status())
        .isEqualTo(404);
    Answer second = ok(kata.post(file + "/erase", "{\"reason\": \"SUBJECT_REQUEST\"}"));
    assertThat(second.json().path("erased").asBoolean(false)).isTrue();
    await().untilAsserted(() -> assertThat(endsLog()).contains("erased care-file/" + id(file)));

    assertThat(kata.get(file).status()).isEqualTo(404);
    assertThat(names(ok(vera.get(FILES)))).doesNotContain(id(file));
    assertNothingOf(List.of("care-files", "care-file-history", "care-files-history"), planted);
    await()
        .untilAsserted(
            () -> {
              for (Document each : documents("care-links")) {
                assertThat(each.toJson()).doesNotContain(id(file));
              }
            });
  }

  @Test
  @Proves(7)
  void anErasedCaseTakesTheLinkAlongAndLeavesTheFile() {
    String file = opened("CHILD");
    String caseId = aCase();
    ok(kata.post(file + "/links", "{\"case\": \"" + caseId + "\"}"));

    String path = "/api/v1/cases/" + caseId + "/erase";
    ok(vera.post(path, "{\"reason\": \"COURT_ORDER\"}"));
    ok(jelena.post(path, "{\"reason\": \"COURT_ORDER\"}"));

    await()
        .untilAsserted(
            () -> {
              for (Document each : documents("care-links")) {
                assertThat(each.toJson()).doesNotContain(caseId);
              }
            });
    assertThat(ok(kata.get(file)).json().path("links")).isEmpty();
  }

  @Test
  @Proves(7)
  void aRestoreErasesItAgain() {
    String file = opened("ADULT");
    var again = intake.bean(CareFileAgain.class);
    var line =
        new EndsLine(
            Instant.parse("2026-03-01T12:00:00Z"),
            CareFileAgain.KIND + "/" + id(file),
            5,
            "erased",
            Map.of());

    assertThat(again.replay(line)).isEqualTo(Replay.Replayed.DONE);
    assertThat(again.replay(line)).isEqualTo(Replay.Replayed.KNOWN);
    assertThat(kata.get(file).status()).isEqualTo(404);
  }

  @Test
  @Proves({6, 7})
  void whoeverWasTakenOutOrKeptOutSinceTheCopyReadsItNoMoreAfterARestore() {
    String file = opened("ADULT");
    ok(change(file, "access", "{\"members\": [\"person-kata\", \"person-mira\"]}"));
    ok(mira.get(file));
    var again = new CareFileAgain(intake.bean(ChangeCareFile.class), new Incarnation(1));

    assertThat(again.replay(line(file, 2, "out", "person-mira")))
        .as("the copy is as new as that, and knows who came back")
        .isEqualTo(Replay.Replayed.KNOWN);
    ok(mira.get(file));
    var out = line(file, 9, "out", "person-mira");
    assertThat(again.replay(out)).isEqualTo(Replay.Replayed.DONE);
    assertThat(again.replay(out)).isEqualTo(Replay.Replayed.KNOWN);
    assertThat(mira.get(file).status()).isEqualTo(404);
    assertThat(ok(kata.get(file)).json().path("members").toString()).doesNotContain("mira");

    assertThat(jelena.get(FILES + "?limit=200").text()).contains(id(file));
    assertThat(again.replay(line(file, 9, "kept", "person:person-jelena")))
        .isEqualTo(Replay.Replayed.DONE);
    assertThat(jelena.get(FILES + "?limit=200").text()).doesNotContain(id(file));

    again.replay(line(file, 10, "in", "person-mira"));
    assertThat(again.replay(line(file, 10, "out", "person-kata"))).isEqualTo(Replay.Replayed.DONE);
    assertThat(kata.get(file).status()).isEqualTo(404);
    ok(mira.get(file));
    assertThat(again.replay(line(FILES + "/" + UUID.randomUUID(), 3, "out", "person-kata")))
        .as("a file that the copy does not have")
        .isEqualTo(Replay.Replayed.MISSING);
  }

  private static EndsLine line(String file, long version, String what, String person) {
    return new EndsLine(
        Instant.parse("2026-03-01T12:00:00Z"),
        CareFileAgain.KIND + "/" + id(file),
        version,
        what,
        Map.of("person0", person));
  }

  @Test
  @Proves(6)
  void whoIsTakenOutStandsOutsideTheStoreAndNothingElseDoes() {
    String file = opened("ADULT", "Planted Somebody");
    ok(change(file, "access", "{\"members\": [\"person-kata\", \"person-mira\"]}"));
    ok(change(file, "access", "{\"members\": [\"person-kata\"]}"));

    await()
        .untilAsserted(
            () ->
                assertThat(intake.bean(EndsLog.class).read().lines())
                    .filteredOn(each -> each.id().equals(id(file)))
                    .anySatisfy(
                        each -> {
                          assertThat(each.what()).isEqualTo("out");
                          assertThat(each.codes())
                              .containsOnly(Map.entry("person0", "person-mira"));
                        }));
    assertThat(intake.bean(EndsLog.class).read().lines().toString()).doesNotContain("Planted");
  }

  @Test
  @Proves({2, 6})
  void aRepeatedRequestOpensOneFileAndIsForItsMembers() {
    String key = UUID.randomUUID().toString();
    String body = "{\"exercise\": false, \"about\": {\"age\": \"CHILD\"}}";
    Answer first = kata.repeat(FILES, body, key);
    Answer again = kata.repeat(FILES, body, key);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(kata.repeat(FILES, body.replace("CHILD", "ADULT"), key).status()).isEqualTo(422);

    String file = FILES + "/" + first.json().path("careFile").asString();
    ok(change(file, "access", "{\"members\": [\"person-kata\", \"person-mira\"]}"));
    ok(mira.post(file + "/access", "{\"members\": [\"person-mira\"]}", "If-Match: *"));
    assertThat(kata.repeat(FILES, body, key).status()).as("no member any more").isEqualTo(404);
  }

  @Test
  void whatWasReadBeforeSomebodyElseWroteIsStale() {
    String file = opened("ADULT");

    assertThat(kata.post(file + "/about", "{\"age\": \"CHILD\"}").status()).isEqualTo(428);
    ok(kata.post(file + "/about", "{\"age\": \"CHILD\"}", "If-Match: \"1\""));
    assertThat(kata.post(file + "/about", "{\"age\": \"ADULT\"}", "If-Match: \"1\"").status())
        .isEqualTo(412);
  }

  @Test
  @Proves(8)
  void nothingOfItIsOnATopicOrInASearch() {
    String planted = "Topicless" + UUID.randomUUID();
    String file = opened("CHILD", planted);
    String caseId = aCase();
    ok(kata.post(file + "/links", "{\"case\": \"" + caseId + "\"}"));
    String marker =
        ana.post(
                "/api/v1/reports",
                "{\"exercise\": false, \"channel\": \"PHONE\", \"newChildren\": [{}]}")
            .json()
            .path("case")
            .asString();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> intake.all("rs.cases").stream().anyMatch(each -> marker.equals(each.key())));

    for (var each : intake.all("rs.cases")) {
      String told = new String(each.value(), StandardCharsets.UTF_8);
      assertThat(told).doesNotContain(planted, id(file));
    }
    String call =
        ana.post(
                "/api/v1/calls", "{\"exercise\": false, \"direction\": \"IN\", \"answered\": true}")
            .json()
            .path("call")
            .asString();
    assertThat(
            kata.post(
                    "/api/v1/cases/find",
                    "{\"words\": \"%s\", \"call\": \"%s\"}".formatted(planted, call))
                .text())
        .doesNotContain(id(file), planted);
  }

  private List<String> endsLog() {
    return intake.bean(EndsLog.class).read().lines().stream()
        .map(line -> line.what() + " " + line.subject())
        .toList();
  }

  private Iterable<Document> documents(String collection) {
    return intake.bean(MongoDatabase.class).getCollection(collection).find();
  }

  private void assertNothingOf(List<String> collections, String planted) {
    await()
        .untilAsserted(
            () -> {
              for (String collection : collections) {
                for (Document each : documents(collection)) {
                  assertThat(each.toJson()).doesNotContain(planted);
                }
              }
            });
  }
}
