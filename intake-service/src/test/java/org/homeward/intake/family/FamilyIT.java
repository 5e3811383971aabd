package org.homeward.intake.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.intake.family.TrialFamily.MOTHER;
import static org.homeward.intake.family.TrialFamily.NUMBER;
import static org.homeward.intake.family.TrialFamily.add;
import static org.homeward.intake.family.TrialFamily.call;
import static org.homeward.intake.family.TrialFamily.contact;
import static org.homeward.intake.family.TrialFamily.first;
import static org.homeward.intake.family.TrialFamily.in;
import static org.homeward.intake.family.TrialFamily.mother;
import static org.homeward.intake.family.TrialFamily.next;
import static org.homeward.intake.family.TrialFamily.ok;
import static org.homeward.intake.family.TrialFamily.opened;
import static org.homeward.intake.family.TrialFamily.tell;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.intake.family.TrialFamily.Opened;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** People of a family, and what each is told, over HTTP. */
class FamilyIT {

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private final Person jelena = intake.jelena();
  private final Person vera = intake.vera();

  @Test
  @Proves({6, 10})
  void aTextIsShownOnceNameAndNumberAreConfirmedAndAnOfficerSeesWhatWasTold() {
    Opened of = opened("");
    String mother = mother(of, ", \"mustNotLearn\": \"that he was seen\"" + next(60));
    assertThat(first(ana, of).path("mayHear").toString())
        .contains("NOTHING_NEW", "SEARCH_GOES_ON")
        .doesNotContain("SEARCH_ENDED");

    assertThat(tell(mother, "NOTHING_NEW", MOTHER, "+381647654321", "").problem())
        .isEqualTo("number-not-on-file");
    assertThat(tell(mother, "NOTHING_NEW", MOTHER, "twelve", "").problem())
        .isEqualTo("number-not-on-file");
    Answer wrongName = tell(mother, "NOTHING_NEW", "Milan Kestenari", NUMBER, "");
    assertThat(wrongName.problem()).isEqualTo("name-not-confirmed");
    assertThat(wrongName.text()).doesNotContain("Mila", "Danas");
    assertThat(first(ana, of).path("told").isEmpty()).isTrue();

    Answer told = tell(mother, "NOTHING_NEW", "kestenari mila", "064 1234567", "");
    assertThat(told.status()).as(told.text()).isEqualTo(201);
    assertThat(told.json().path("text").asString())
        .startsWith("Danas nema ničega što smemo da vam kažemo. Ponovo ćemo vas zvati: ");
    assertThat(first(ana, of).at("/told/0/countsAsTold").asBoolean(false)).isTrue();
    assertThat(first(ana, of).toString()).doesNotContain("Danas");
    assertThat(first(ana, of).path("mustNotLearn").asString()).isEqualTo("that he was seen");
    JsonNode seen = first(vera, of).at("/told/0");
    assertThat(seen.path("by").asString()).isEqualTo("person-ana");
    assertThat(seen.path("text").asString()).startsWith("Danas nema");
    String outcome = mother + "/updates/" + seen.path("update").asString() + "/outcome";
    ok(ana.post(outcome, "{\"how\": \"SOMEBODY_ELSE_ANSWERED\"}"));
    assertThat(first(vera, of).at("/told/0/countsAsTold").asBoolean(true)).isFalse();
    assertThat(ana.post(outcome, "{\"how\": \"TOLD\"}").problem()).isEqualTo("update-settled");
    assertThat(ana.get(of.path()).text()).doesNotContain(MOTHER, "he was seen");
  }

  @Test
  @Proves(6)
  void aFearedClaimantHearsNothingAndOperatorsDoNotLearnWhy() {
    Opened of = opened(", \"feared\": [\"CAREGIVER\"]");
    String mother = mother(of, "");

    assertThat(tell(mother, "CALL_US", "").problem()).isEqualTo("family-told-nothing");
    assertThat(tell(mother, "CALL_US", "").text()).doesNotContain("FEARED");
    assertThat(first(ana, of).path("mayHear").isEmpty()).isTrue();
    assertThat(first(ana, of).has("unmet")).isFalse();
    assertThat(first(jelena, of).path("unmet").toString()).isEqualTo("[\"NOT_FEARED\"]");
  }

  @Test
  @Proves({4, 6})
  void aFatherWhoSaysThatTheChildIsHomeIsToldNothing() {
    Opened of = opened("");
    String father = contact(of, "Marko K", "+381647654321", "");
    ok(ana.post(of.child("/located"), ""));

    assertThat(tell(father, "SEARCH_GOES_ON", "Marko K", "+381647654321", next(60)).problem())
        .isEqualTo("family-told-nothing");
    assertThat(first(jelena, of).path("unmet").toString())
        .isEqualTo("[\"NOT_STOPPED\",\"MAY_KNOW\"]");
  }

  @Test
  @Proves(6)
  void onceAChildWasFoundNobodyHearsEvenThatThereIsNothingToSay() {
    Opened of = opened("");
    String mother = mother(of, next(60));
    ok(
        ana.post(
            of.child("/end"),
            "{\"outcome\": \"FOUND_SAFE\", \"verifiedBy\": \"POLICE_REFERENCE\", \"reference\": \"P\"}"));

    for (JsonNode each : ana.get(of.family()).json().path("sentences")) {
      assertThat(tell(mother, each.path("sentence").asString(), "").problem())
          .isEqualTo("family-told-nothing");
    }
    assertThat(first(jelena, of).path("unmet").toString()).isEqualTo("[\"MAY_KNOW\"]");
  }

  @Test
  @Proves(6)
  void anotherNumberIsEnteredByASupervisorWithTheReason() {
    Opened of = opened("");
    String mother = mother(of, "");
    String other = "{\"number\": \"+381647654321\", \"reason\": \"police gave it\"}";

    assertThat(ana.post(mother + "/number", other).status()).isEqualTo(403);
    ok(jelena.post(mother + "/number", other));

    assertThat(first(ana, of).path("number").asString()).isEqualTo("+381647654321");
    assertThat(first(ana, of).at("/renumbered/reason").asString()).isEqualTo("police gave it");
    assertThat(tell(mother, "CALL_US", "").problem()).isEqualTo("number-not-on-file");
  }

  @Test
  @Proves(6)
  void anOperatorWritesDownNobodyUnderANumberThatNoReportNames() {
    Opened of = opened("");
    String report = ", \"report\": \"" + of.report() + "\"";

    assertThat(add(ana, of, MOTHER, NUMBER, "").problem()).isEqualTo("supervisor-required");
    for (Person each : List.of(ana, jelena)) {
      Answer other = add(each, of, MOTHER, "+381647654321", report);
      assertThat(other.status()).isEqualTo(422);
      assertThat(other.json().path("errors").toString()).contains("/report", "of-another-caller");
      assertThat(
              each.post(
                      of.family() + "/contacts",
                      """
                      {"name": "%s", "number": "%s", "relation": "RELATIVE", "language": "en"%s}"""
                          .formatted(MOTHER, NUMBER, report))
                  .json()
                  .path("errors")
                  .toString())
          .contains("/report", "of-another-caller");
    }
    assertThat(ana.get(of.family()).json().path("contacts").isEmpty()).isTrue();
  }

  @Test
  @Proves(6)
  void whoeverHasNoReportIsFearedLikeEachClaimant() {
    Opened of = opened(", \"feared\": [\"CAREGIVER\"]");
    Opened ofHome = opened(", \"feared\": [\"INSTITUTION\"]");
    for (Opened each : List.of(of, ofHome)) {
      String father = contact(each, "Marko K", "+381647654321", "");

      assertThat(tell(father, "CALL_US", "Marko K", "+381647654321", "").problem())
          .isEqualTo("family-told-nothing");
      assertThat(first(jelena, each).path("unmet").toString()).isEqualTo("[\"NOT_FEARED\"]");
    }
  }

  @Test
  @Proves(11)
  void aPromiseIsATaskThatOnlyTheCallDoes() {
    Opened of = opened("");
    String mother = mother(of, next(60));
    JsonNode task = call(of);
    assertThat(task.path("owner").asString()).isEqualTo("person-ana");
    assertThat(task.has("what") || task.has("number") || task.has("mustNotLearn")).isFalse();
    assertThat(
            ana.post(
                    of.path() + "/work/" + task.path("item").asString() + "/done",
                    "{\"how\": \"DONE\"}")
                .status())
        .isEqualTo(422);
    assertThat(ana.get(of.path() + "/ending").json().path("open").toString())
        .contains("FAMILY_CALL");

    ok(
        ana.post(
            mother + "/next", "{\"due\": \"%s\", \"owner\": \"person-marko\"}".formatted(in(30))));
    assertThat(call(of).path("owner").asString()).isEqualTo("person-marko");
    assertThat(ana.post(mother + "/next", "{\"due\": \"" + in(-9) + "\"}").status()).isEqualTo(422);
    assertThat(
            ana.post(
                    mother + "/next",
                    "{\"due\": \"%s\", \"owner\": \"person-stefan\"}".formatted(in(9)))
                .json()
                .path("errors")
                .toString())
        .contains("kept-from");
    Answer told = tell(mother, "NEXT_CALL", "");
    assertThat(told.status()).as(told.text()).isEqualTo(201);
    ok(
        ana.post(
            mother + "/updates/" + told.json().path("update").asString() + "/outcome",
            "{\"how\": \"TOLD\"}"));

    assertThat(call(of).has("done")).isTrue();
    assertThat(first(ana, of).has("next")).isFalse();
    assertThat(ana.get(of.path() + "/ending").json().path("open").toString())
        .doesNotContain("FAMILY_CALL");
    ok(ana.post(mother + "/end", "{\"reason\": \"she asked for it\"}"));
    assertThat(tell(mother, "CALL_US", "").problem()).isEqualTo("contact-over");
    ok(ana.post(mother + "/must-not-learn", "{\"text\": \"anything\"}"));
  }

  @Test
  @Proves(11)
  void aCallThatReachedNobodyIsRecordedWithoutATextAndItsPromiseStaysDue() {
    Opened of = opened(", \"feared\": [\"CAREGIVER\"]");
    String due = in(60);
    String mother = mother(of, ", \"next\": {\"due\": \"" + due + "\"}");
    JsonNode promised = call(of);

    ok(ana.post(mother + "/attempts", "{\"how\": \"NOBODY_ANSWERED\"}"));
    ok(jelena.post(mother + "/attempts", "{\"how\": \"SOMEBODY_ELSE_ANSWERED\"}"));

    JsonNode seen = first(ana, of);
    assertThat(seen.at("/attempts/0/how").asString()).isEqualTo("SOMEBODY_ELSE_ANSWERED");
    assertThat(seen.at("/attempts/1/by").asString()).isEqualTo("person-ana");
    assertThat(seen.at("/next/due").asString()).isEqualTo(due);
    assertThat(seen.path("told").isEmpty()).isTrue();
    assertThat(call(of)).as("it rings as before").isEqualTo(promised);
    assertThat(ana.post(mother + "/attempts", "{\"how\": \"TOLD\"}").status()).isEqualTo(422);
    assertThat(ana.post(mother + "x/attempts", "{\"how\": \"NOBODY_ANSWERED\"}").status())
        .isEqualTo(404);
    ok(ana.post(mother + "/end", "{\"reason\": \"she asked for it\"}"));
    assertThat(ana.post(mother + "/attempts", "{\"how\": \"NOBODY_ANSWERED\"}").problem())
        .isEqualTo("contact-over");
  }

  @Test
  @Proves(6)
  void aFindInAnotherEpisodeOfTheChildEndsWhatTheFamilyOfTheOpenOneHears() {
    Opened of = opened("");
    String mother = mother(of, "");
    Opened later = opened("");
    ok(
        ana.post(
            later.child("/end"),
            "{\"outcome\": \"FOUND_SAFE\", \"verifiedBy\": \"POLICE_REFERENCE\", \"reference\": \"P\"}"));
    Answer told = tell(mother, "SEARCH_GOES_ON", next(60));
    assertThat(told.status()).as(told.text()).isEqualTo(201);
    Opened afterIt = opened("");
    String again = mother(afterIt, "");

    for (Opened each : List.of(of, afterIt)) {
      ok(
          ana.post(
              each.child("/links"),
              "{\"case\": \"%s\", \"child\": \"%s\", \"reason\": \"COMPARED\"}"
                  .formatted(later.id(), later.child())));
    }

    assertThat(tell(mother, "SEARCH_GOES_ON", next(60)).problem()).isEqualTo("family-told-nothing");
    assertThat(first(ana, of).path("mayHear").isEmpty()).isTrue();
    assertThat(first(jelena, of).path("unmet").toString()).isEqualTo("[\"MAY_KNOW\"]");
    assertThat(tell(again, "SEARCH_GOES_ON", next(60)).status())
        .as("the child is missing again since that find")
        .isEqualTo(201);
  }

  @Test
  @Proves(2)
  void aRepeatedTellingIsOneAndSaysTheSame() {
    Opened of = opened("");
    String mother = mother(of, "");
    String key = UUID.randomUUID().toString();
    String body =
        "{\"sentence\": \"CALL_US\", \"name\": \"%s\", \"number\": \"%s\"}"
            .formatted(MOTHER, NUMBER);

    Answer first = ana.repeat(mother + "/updates", body, key);
    Answer again = ana.repeat(mother + "/updates", body, key);

    assertThat(first.status()).as(first.text()).isEqualTo(201);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(first(ana, of).path("told").size()).isEqualTo(1);
    assertThat(ana.repeat(mother + "/updates", body.replace("CALL_US", "SUPPORT"), key).status())
        .isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"name": " ", "number": "x", "relation": "PEER", "language": "de"} | /name /number /relation /language
          {} | /name /number /relation /language
          {"name": "x", "number": "+381641234567", "relation": "PARENT", "language": "en", "report": "r"} | /report
          {"name": "x", "number": "+381641234567", "relation": "PARENT", "language": "en", "next": {}} | /next/due
          {"name": "x", "number": "+381641234567", "relation": "PARENT", "language": "en", "text": "x"} | unknown-field
          """)
  void whatCannotBeIsRefusedWhereItStands(String body, String pointers) {
    Opened of = opened("");

    Answer refused = ana.post(of.family() + "/contacts", body);

    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.json().path("errors").toString()).contains(pointers.split(" "));
    assertThat(ana.get(of.family()).json().path("contacts").isEmpty()).isTrue();
  }

  @Test
  void aSentenceThatIsOnNoListIsRefused() {
    String mother = mother(opened(""), "");

    assertThat(tell(mother, "SHE_IS_WELL", "").json().path("errors").toString())
        .contains("/sentence", "unknown-code");
    assertThat(tell(mother, "NOTHING_NEW", "").problem()).isEqualTo("next-call-needed");
    assertThat(tell(mother, "SEARCH_ENDED", next(5)).problem()).isEqualTo("sentence-not-now");
    assertThat(tell(mother + "x", "CALL_US", "").status()).isEqualTo(404);
  }

  @Test
  @Proves({7, 8})
  void anErasedCaseTakesItsFamilyAlong() {
    String planted = "Planted " + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    Opened of = opened("");
    String contact =
        contact(of, planted, "+381641112223", ", \"mustNotLearn\": \"" + planted + "\"");
    assertThat(tell(contact, "CALL_US", planted, "+381641112223", "").status()).isEqualTo(201);
    ok(ana.post(contact + "/must-not-learn", "{\"text\": \"another\"}"));

    ok(
        ana.post(
            of.child("/end"),
            "{\"outcome\": \"FOUND_SAFE\", \"verifiedBy\": \"POLICE_REFERENCE\", \"reference\": \"P\"}"));

    ok(vera.post(of.path() + "/erase", "{\"reason\": \"COURT_ORDER\"}"));

    var database = intake.bean(MongoDatabase.class);
    await()
        .untilAsserted(
            () -> {
              for (String collection : List.of("families", "family-history")) {
                for (Document each : database.getCollection(collection).find()) {
                  assertThat(each.toJson()).doesNotContain(planted, "381641112223");
                }
              }
            });
    assertThat(ana.get(of.family()).status()).isEqualTo(410);
    assertThat(intake.all("rs.cases"))
        .noneMatch(record -> new String(record.value()).contains(planted));
  }

  @Test
  @Proves(6)
  void whoeverMustNotLearnOfTheCaseFindsNoFamily() {
    Opened of = opened("");
    String mother = mother(of, "");
    Person stefan = intake.person("stefan", Role.OPERATOR);

    assertThat(stefan.get(of.family()).status()).isEqualTo(404);
    assertThat(stefan.post(mother + "/end", "{\"reason\": \"x\"}").status()).isEqualTo(404);
    assertThat(intake.petar().get(of.family()).status()).isEqualTo(403);
  }
}
