package org.homeward.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.face.testing.Wire;
import org.homeward.intake.imports.DeletionOfCase;
import org.homeward.intake.photos.PhotoOfCase;
import org.homeward.intake.tips.PicturedTip;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.testkit.Proves;
import org.homeward.testkit.exclusion.ExclusionWalk;
import org.homeward.testkit.exclusion.LookWalk;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A person from whom a case is kept, at every door of this service. */
class ExclusionWalkIT {

  private static final List<Role> STAFF =
      List.of(Role.OPERATOR, Role.SUPERVISOR, Role.AUTHORITY, Role.CONFIDANT, Role.DPO);

  /** Rules, registers of the node, and lists without words: nothing of a case or of a child. */
  private static final String[] SAY_NOTHING = {
    "GET /api/v1/changes/intake",
    "GET /api/v1/colleagues",
    "GET /api/v1/health/intake",
    "GET /api/v1/imports",
    "GET /api/v1/job-offers/questions",
    "GET /api/v1/on-call",
    "GET /api/v1/providers",
    "GET /api/v1/providers/{id}",
    "GET /api/v1/risk/questions",
    "GET /api/v1/screening/indicators",
    "GET /api/v1/scripts",
    "GET /api/v1/scripts/{script}",
    "GET /api/v1/shifts"
  };

  private static final String NAME = "Kestenari " + UUID.randomUUID();

  private static final String MET =
      "\"who\": \"STAFF\", \"how\": \"SAW\", \"claimantAbsent\": true,"
          + " \"at\": \""
          + Instant.now().truncatedTo(ChronoUnit.MILLIS)
          + "\"";

  private final TrialIntake intake = TrialIntake.get();

  private static final String DUE =
      "{\"due\": \"" + Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.MILLIS) + "\"}";

  private static String report(JsonNode opened) {
    return opened.path("report").asString();
  }

  private JsonNode opened() {
    return intake
        .jelena()
        .post(
            "/api/v1/reports",
            """
            {"exercise": false, "channel": "PHONE", "notTo": ["person:person-stefan"],
             "newChildren": [{"names": [{"full": "%s", "script": "Latn", "kind": "NATIVE"}]}],
             "says": {"feared": ["CAREGIVER"]}}"""
                .formatted(NAME))
        .json();
  }

  private String draft() {
    return intake
        .jelena()
        .post(
            "/api/v1/drafts",
            "{\"exercise\": false, \"notTo\": [\"person:person-stefan\"], \"typed\": {}}")
        .json()
        .path("draft")
        .asString();
  }

  private String call(String caseId) {
    JsonNode logged =
        intake
            .jelena()
            .post(
                "/api/v1/calls", "{\"exercise\": false, \"direction\": \"IN\", \"answered\": true}")
            .json();
    String call = logged.path("call").asString();
    intake
        .jelena()
        .post(
            "/api/v1/calls/" + call + "/job-offer",
            "{\"employer\": \"" + NAME + "\"}",
            "If-Match: *");
    intake
        .jelena()
        .post("/api/v1/calls/" + call + "/tie", "{\"case\": \"" + caseId + "\"}", "If-Match: *");
    return call;
  }

  private String tip(String caseId) {
    String tip = new PicturedTip(intake).sent("");
    intake
        .jelena()
        .post("/api/v1/tips/" + tip + "/tie", "{\"case\": \"" + caseId + "\"}", "If-Match: *");
    return tip;
  }

  private String item(String caseId) {
    String path = "/api/v1/cases/" + caseId;
    String due = Instant.now().plusSeconds(900).truncatedTo(ChronoUnit.SECONDS).toString();
    String action = "{\"what\": \"ask\", \"due\": \"" + due + "\"}";
    intake.jelena().post(path + "/actions", action);
    return intake.jelena().get(path + "/work").json().at("/items/0/item").asString();
  }

  private String photo(String caseId, String child) {
    return new PhotoOfCase(intake).uploaded(caseId, child);
  }

  /** Of a child that was found; the search for a sibling goes on. */
  private String interview(String caseId, String child) {
    String path = "/api/v1/cases/" + caseId + "/children/" + child;
    intake
        .jelena()
        .post(
            path + "/end",
            "{\"outcome\": \"FOUND_SAFE\", \"verifiedBy\": \"POLICE_REFERENCE\", \"reference\": \"P\"}");
    return intake
        .jelena()
        .post(path + "/interviews", "{\"office\": \"PSYCHOLOGIST\", \"name\": \"x\"}")
        .json()
        .path("interview")
        .asString();
  }

  private String contact(String caseId) {
    return intake
        .jelena()
        .post(
            "/api/v1/cases/" + caseId + "/family/contacts",
            "{\"name\": \"x\", \"number\": \"+381641234567\", \"relation\": \"PARENT\", \"language\": \"en\"}")
        .json()
        .path("contact")
        .asString();
  }

  /** Of the child with another one, whose case everybody may see. */
  private String link(String caseId, String child) {
    JsonNode other =
        intake
            .ana()
            .post(
                "/api/v1/reports",
                "{\"exercise\": false, \"channel\": \"PHONE\", \"newChildren\": [{}]}")
            .json();
    return intake
        .ana()
        .post(
            "/api/v1/cases/" + caseId + "/children/" + child + "/links",
            "{\"case\": \"%s\", \"child\": \"%s\", \"reason\": \"COMPARED\"}"
                .formatted(
                    other.path("case").asString(), other.path("children").path(0).asString()))
        .json()
        .path("link")
        .asString();
  }

  /** One that nobody is kept from, to search for. */
  private String openDraft() {
    return intake
        .jelena()
        .post("/api/v1/drafts", "{\"exercise\": false, \"typed\": {}}")
        .json()
        .path("draft")
        .asString();
  }

  /** A file that somebody else reads, linked with the case. */
  private String careFile(String caseId) {
    Person kata = intake.person("kata", Role.CONFIDANT, Role.SUPERVISOR);
    kata.get("/api/v1/care-files");
    String file =
        kata.post(
                "/api/v1/care-files",
                "{\"exercise\": false, \"notTo\": [\"person:person-stefan\"],"
                    + " \"about\": {\"age\": \"CHILD\", \"name\": \"%s\"}}".formatted(NAME))
            .json()
            .path("careFile")
            .asString();
    kata.post("/api/v1/care-files/" + file + "/links", "{\"case\": \"" + caseId + "\"}");
    return file;
  }

  /** That nobody needs to hide. */
  private String provider() {
    return intake
        .jelena()
        .post(
            "/api/v1/providers",
            "{\"name\": \"Helpers\", \"services\": [\"MEDICAL\"],"
                + " \"phone\": \"+381112345678\", \"address\": \"Road 1\"}")
        .json()
        .path("provider")
        .asString();
  }

  /** Of the person of a file. */
  private String referral(String file) {
    return intake
        .person("kata", Role.CONFIDANT, Role.SUPERVISOR)
        .post(
            "/api/v1/care-files/" + file + "/referrals",
            "{\"provider\": \"%s\", \"service\": \"MEDICAL\"}".formatted(provider()))
        .json()
        .path("referral")
        .asString();
  }

  private ExclusionWalk walk(String id, JsonNode opened) {
    String careFile = careFile(id);
    String draft = draft();
    String call = call(id);
    String child = "{\"names\": [{\"full\": \"%s\", \"script\": \"Latn\", \"kind\": \"NATIVE\"}]}";
    var walk =
        new ExclusionWalk(
            Path.of("src/main/resources/openapi.yaml"), intake.port(), intake.commands());
    STAFF.forEach(
        role -> walk.as("an excluded " + role.wire(), intake.authorization("stefan", role)));
    return walk.seenBy(intake.authorization("ana", Role.OPERATOR))
        .seenBy(intake.authorization("kata", Role.CONFIDANT))
        .hidden("case", id)
        .hidden("report", opened.path("report").asString())
        .hidden("draft", draft)
        .hidden("call", call)
        .hidden("tip", tip(id))
        .hidden("item", item(id))
        .hidden("child", opened.path("children").path(0).asString())
        .hidden("photo", photo(id, opened.path("children").path(0).asString()))
        .hidden("size", "veiled", "veiled")
        .hidden("attachment", new PhotoOfCase(intake).attached(id))
        .hidden("part", "veiled", "veiled")
        .hidden("link", link(id, opened.path("children").path(0).asString()))
        .hidden("care-file", careFile)
        .hidden("referral", referral(careFile))
        .body(
            "POST /api/v1/care-files/{id}/referrals",
            "{\"provider\": \"%s\", \"service\": \"MEDICAL\"}".formatted(UUID.randomUUID()))
        .body("POST /api/v1/care-files/{id}/referrals/{referral}/sheet", "{}")
        .hidden("need", "veiled", "veiled")
        .hidden("offer", "veiled", "veiled")
        .body("POST /api/v1/care-files/{id}/support/needs/{need}/services", "{}")
        .body("POST /api/v1/care-files/{id}/referrals/{referral}/steps", "{\"step\": \"SEE\"}")
        .body(
            "POST /api/v1/care-files/{id}/screenings",
            "{\"finding\": \"NOT_CLEAR\", \"answers\": []}")
        .body(
            "POST /api/v1/care-files/{id}/passed-on",
            "{\"to\": \"POLICE\", \"name\": \"x\", \"what\": \"x\", \"ground\": \"CHILD_PROTECTION\"}")
        .body("POST /api/v1/care-files/{id}/about", "{\"age\": \"CHILD\"}")
        .body("POST /api/v1/care-files/{id}/access", "{\"members\": [\"person-kata\"]}")
        .body("POST /api/v1/care-files/{id}/links", "{\"case\": \"" + id + "\"}")
        .body("POST /api/v1/care-files/{id}/unlink", "{\"case\": \"" + id + "\"}")
        .hidden("task", new DeletionOfCase(intake).task(id))
        .body(
            "PATCH /api/v1/cases/{id}/reports/{report}",
            "{\"says\": {\"vehicle\": {\"plate\": \"NS-1\"}}}")
        .body("POST /api/v1/calls/{id}/tie", "{\"case\": \"" + id + "\"}")
        .body("POST /api/v1/tips/{id}/tie", "{\"case\": \"" + id + "\"}")
        .body(
            "POST /api/v1/tips/taken",
            "{\"exercise\": false, \"channel\": \"PHONE\", \"text\": \"x\", \"case\": \""
                + id
                + "\"}")
        .body(
            "POST /api/v1/tips/{id}/locate",
            "{\"latitude\": 45.2, \"longitude\": 19.8, \"withinMetres\": 500}")
        .body(
            "POST /api/v1/tips/{id}/sent",
            "{\"handover\": \"%s\", \"sighting\": \"%s\"}"
                .formatted(UUID.randomUUID(), UUID.randomUUID()))
        .body("POST /api/v1/tips/{id}/erase", "{\"reason\": \"COURT_ORDER\"}")
        .body(
            "POST /api/v1/tips/{id}/picture/photo",
            "{\"child\": \"" + opened.path("children").path(0).asString() + "\"}")
        .body(
            "POST /api/v1/calls/{id}/correct",
            "{\"case\": \"" + id + "\", \"reason\": \"mixed up\"}")
        .body(
            "POST /api/v1/cases/{id}/assessments",
            "{\"after\": 0, \"level\": \"MEDIUM\", \"category\": \"UNDETERMINED\"}")
        .body(
            "POST /api/v1/cases/{id}/children/{child}/safety",
            "{\"finding\": \"SAFE\", " + MET + "}")
        .body(
            "POST /api/v1/cases/{id}/children/{child}/hearings",
            "{\"report\": \"" + report(opened) + "\", \"wish\": \"AGREES\", " + MET + "}")
        .body(
            "POST /api/v1/cases/{id}/children/{child}/whereabouts",
            "{\"report\": \"" + report(opened) + "\", \"ground\": \"x\", \"reason\": \"x\"}")
        .body(
            "POST /api/v1/cases/{id}/children/{child}/whereabouts/withdraw",
            "{\"report\": \"" + report(opened) + "\", \"reason\": \"x\"}")
        .hidden("interview", interview(id, opened.path("children").path(0).asString()))
        .body(
            "POST /api/v1/cases/{id}/children/{child}/interviews",
            "{\"office\": \"PSYCHOLOGIST\", \"name\": \"x\"}")
        .body("POST /api/v1/cases/{id}/interviews/{interview}/refused", "{}")
        .body("POST /api/v1/cases/{id}/interviews/{interview}/held", "{}")
        .hidden("familyContact", contact(id))
        .hidden("update", "veiled", "veiled")
        .body(
            "POST /api/v1/cases/{id}/family/contacts",
            "{\"name\": \"x\", \"number\": \"+381641234567\", \"relation\": \"PARENT\", \"language\": \"en\"}")
        .body("POST /api/v1/cases/{id}/family/contacts/{familyContact}/next", DUE)
        .body(
            "POST /api/v1/cases/{id}/family/contacts/{familyContact}/number",
            "{\"number\": \"+381641234567\", \"reason\": \"x\"}")
        .body(
            "POST /api/v1/cases/{id}/family/contacts/{familyContact}/updates",
            "{\"sentence\": \"CALL_US\", \"name\": \"x\", \"number\": \"+381641234567\"}")
        .body(
            "POST /api/v1/cases/{id}/family/contacts/{familyContact}/updates/{update}/outcome",
            "{\"how\": \"TOLD\"}")
        .body("POST /api/v1/cases/{id}/close", "{\"note\": \"x\"}")
        .body("POST /api/v1/cases/{id}/children/{child}/missing-again", "{\"channel\": \"PHONE\"}")
        .body(
            "POST /api/v1/cases/{id}/brake/end",
            "{\"brakes\": {\"h1\": 1}, \"reason\": \"called them\"}")
        .body(
            "POST /api/v1/cases/{id}/orders-checked",
            "{\"finding\": \"NONE_FOUND\", \"reference\": \"K-1\", \"officer\": \"M\"}")
        .body("POST /api/v1/cases/{id}/children/{child}/photos", "no picture")
        .body("POST /api/v1/cases/{id}/attachments", "no paper")
        .body(
            "POST /api/v1/cases/{id}/children/{child}/links",
            "{\"case\": \"%s\", \"child\": \"%s\", \"reason\": \"COMPARED\"}"
                .formatted(UUID.randomUUID(), UUID.randomUUID()))
        .body(
            "POST /api/v1/cases/{id}/children/{child}/links/{link}/undo",
            "{\"reason\": \"MISTAKE\"}")
        .others("decision", "shift", "script", "import", "provider", "POST /api/v1/shifts")
        .others("GET /internal/v1/photos/{photo}/{part}")
        .others("GET /api/v1/tips/{id}/sighting") // of a partner's case alone: TipTriageIT
        .hidden("words", NAME)
        .body("POST /api/v1/cases/find", "{\"words\": \"x\", \"call\": \"" + call + "\"}")
        .body("POST /api/v1/cases/known", "{\"newChildren\": [{}], \"draft\": \"" + draft + "\"}")
        .searches("POST /api/v1/cases/find", "{\"words\": \"" + NAME + "\"}")
        .searches(
            "POST /api/v1/cases/known",
            "{\"draft\": \"%s\", \"newChildren\": [%s]}"
                .formatted(openDraft(), child.formatted(NAME)))
        .alike("POST /api/v1/cases/{id}/freeze");
  }

  @Test
  @Proves({6, 10})
  void anExcludedPersonFindsWhatSomebodyFindsWhoAsksForAnUnknownId() {
    intake.vera().get("/api/v1/cases?limit=1"); // another officer, who may see the case
    // A role that is seen for the first time is written down, whatever it asks for.
    for (Role role : STAFF) {
      intake.person("stefan", role).get("/api/v1/cases?limit=1");
      intake.person("stefan", role).postNothing("/api/v1/cases/" + UUID.randomUUID() + "/freeze");
    }
    JsonNode opened = opened();
    String id = opened.path("case").asString();
    ExclusionWalk walk = walk(id, opened);
    assertThat(walk.findings()).isEmpty();
    assertThat(looks(walk, id).findings()).as("of those who may see it").isEmpty();
  }

  private LookWalk looks(ExclusionWalk walk, String caseId) {
    Person jelena = intake.jelena();
    Answer left =
        intake
            .ana()
            .post(
                "/api/v1/shifts",
                "{\"words\": \"x\", \"lines\": [{\"case\": \"%s\", \"text\": \"x\"}]}"
                    .formatted(caseId));
    JsonNode imports = jelena.get("/api/v1/imports").json();
    LookWalk looks =
        walk.looks()
            .shown("shift", left.json().path("shift").asString())
            .shown("import", imports.at("/imports/0/import").asString())
            .shown("provider", provider())
            .without(SAY_NOTHING)
            // PhotoReadersIT: other services read it, and record what they show.
            .elsewhere("GET /internal/v1/photos/{photo}/{part}")
            // TipTriageIT: of a tip about a partner's case.
            .elsewhere("GET /api/v1/tips/{id}/sighting")
            // SupportIT: of files that have a plan.
            .elsewhere("GET /api/v1/support");
    STAFF.forEach(role -> looks.as("one who may see it", intake.authorization("jelena", role)));
    return looks;
  }

  /** The walk cannot repeat a request of its own: this one opened the case and is excluded now. */
  @Test
  @Proves(6)
  void whoeverIsExcludedGetsNoRepetitionOfHerOwnReport() {
    String body =
        """
        {"exercise": false, "channel": "PHONE", "notTo": ["person:person-marko"],
         "newChildren": [{}]}""";
    List<Integer> statuses = new ArrayList<>();
    String key = "Idempotency-Key: " + UUID.randomUUID();
    for (int i = 0; i < 2; i++) {
      statuses.add(
          new Wire(intake.port())
              .send(
                  "POST",
                  "/api/v1/reports",
                  body,
                  intake.authorization("marko", Role.OPERATOR),
                  "Content-Type: application/json",
                  key)
              .status());
    }
    assertThat(statuses).containsExactly(201, 404);
  }
}
