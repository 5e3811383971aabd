package org.homeward.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.bridge.trial.Person;
import org.homeward.bridge.trial.TrialCase;
import org.homeward.bridge.trial.TrialNode;
import org.homeward.bridge.trial.TrialNodes;
import org.homeward.face.access.Role;
import org.homeward.testkit.Proves;
import org.homeward.testkit.exclusion.ExclusionWalk;
import org.homeward.testkit.exclusion.LookWalk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A person from whom a case is kept, at every door of this service. */
class ExclusionWalkIT {

  private static final String CHANGES = "/api/v1/changes/bridge";
  private static final String BRAKE = "POST /api/v1/handovers/{id}/brake";

  /** The holder's doors; HeldPhotosIT has a photo. */
  private static final String[] OF_THE_HOLDER = {
    "GET /api/v1/handovers/{id}/content",
    "GET /api/v1/handovers/{id}/photos",
    "GET /api/v1/handovers/{id}/photos/{photo}/{size}"
  };

  /** It is read like the handover, once a partner has erased it: BridgeIT. */
  private static final String OF_A_RECEIPT = "GET /api/v1/handovers/{id}/receipt";

  private final TrialNodes nodes = TrialNodes.get();
  private final TrialNode rs = nodes.rs();
  private final TrialNode gr = nodes.gr();

  private String offered(TrialCase trial) {
    rs.tell(trial.id, trial.tell());
    rs.awaitCase(trial.id, 1);
    String handover =
        rs.supervisor().offer(trial, "gr", "PUBLIC_TASK").json().path("handover").asString();
    gr.awaitStatus(handover, "OFFERED");
    return handover;
  }

  private static ExclusionWalk walk(TrialNode node, String caseId, String handover) {
    return new ExclusionWalk(
            Path.of("src/main/resources/openapi.yaml"), node.port(), node.commands())
        .as("an excluded operator", node.authorization("marko", Role.OPERATOR))
        .as("an excluded supervisor", node.authorization("marko", Role.SUPERVISOR))
        .as("an excluded partner desk", node.authorization("marko", Role.PARTNER_DESK))
        .as("an excluded DPO", node.authorization("marko", Role.DPO))
        .hidden("case", caseId)
        .hidden("handover", handover)
        .others("node", "partner", "photo", "size")
        .alike(BRAKE);
  }

  private static LookWalk looks(TrialNode node, String caseId, String handover) {
    LookWalk looks =
        walk(node, caseId, handover)
            .looks()
            // How the node and its partners are: nothing of a case.
            .without(
                "GET /api/v1/changes/bridge",
                "GET /api/v1/health/bridge",
                "GET /api/v1/partners",
                "GET /api/v1/partners/{node}",
                "GET /api/v1/quarantine");
    Stream.of(Role.SUPERVISOR, Role.PARTNER_DESK, Role.DPO)
        .forEach(role -> looks.as("one who may see it", node.authorization("jelena", role)));
    return looks;
  }

  @Test
  @Proves({6, 10})
  void excludedPersonFindsWhatSomebodyFindsWhoAsksForAnUnknownId() {
    TrialCase trial = TrialCase.of("rs").released();
    String handover = offered(trial);
    rs.tell(trial.id, trial.notTo("person:person-marko").tell());
    rs.awaitCase(trial.id, 2);

    assertThat(walk(rs, trial.id, handover).findings()).isEmpty();
    assertThat(
            looks(rs, trial.id, handover)
                .shown("partner", "gr")
                .elsewhere(OF_THE_HOLDER)
                .elsewhere(OF_A_RECEIPT)
                .findings())
        .as("of those who may see it")
        .isEmpty();

    rs.tell(trial.id, trial.erased());
    rs.awaitCase(trial.id, 3);
    assertThat(walk(rs, trial.id, handover).findings()).as("once it is erased").isEmpty();
  }

  @Test
  @Proves(6)
  void nobodyHearsOfHandoversOfACaseThatIsKeptFromHer() {
    String from = rs.supervisor().get(CHANGES).json().path("next").asString();
    TrialCase trial = TrialCase.of("rs").released();
    String handover = offered(trial);
    rs.tell(trial.id, trial.notTo("person:person-marko").tell());
    rs.awaitCase(trial.id, 2);
    assertThat(heard(rs.supervisor(), from, handover)).contains(handover);
    String seen = offered(TrialCase.of("rs").released());

    Person marko = rs.person("marko", Role.OPERATOR);
    assertThat(heard(marko, from, seen)).doesNotContain(handover);
  }

  /** The ids of all handovers that a person hears of, until she has heard of this one. */
  private static Set<String> heard(Person who, String from, String until) {
    Set<String> ids = new TreeSet<>();
    String at = from;
    while (!ids.contains(until)) {
      JsonNode page = who.get(CHANGES + "?after=" + at + "&wait=2").json();
      page.path("changes").forEach(each -> ids.add(each.path("id").asString()));
      at = page.path("next").asString();
    }
    return ids;
  }

  @Test
  @Proves({6, 10})
  void personWhomAPartnersCaseIsKeptFromFindsNothingEither() {
    TrialCase trial = TrialCase.of("rs").released();
    String handover = offered(trial);
    String foreign = gr.supervisor().handover(handover).path("case").asString();
    gr.tell(foreign, TrialCase.foreign(foreign, "rs").notTo("person:person-marko").tell());
    gr.awaitCase(foreign, 1);

    assertThat(walk(gr, foreign, handover).findings()).isEmpty();
    assertThat(
            looks(gr, foreign, handover)
                .only("GET /api/v1/handovers/{id}/content", "GET /api/v1/handovers/{id}/photos")
                .findings())
        .as("of those who may see it")
        .isEmpty();
  }

  @Test
  @Proves(6)
  void caseOfWhichTheNewsCannotBeReadIsShownToNobody() {
    TrialCase trial = TrialCase.of("rs").released();
    String handover = offered(trial);
    rs.tellUnreadable(trial.id);

    // The officer still reads who looked at it before.
    assertThat(walk(rs, trial.id, handover).findings())
        .allMatch(finding -> finding.startsWith("GET /api/v1/audit/bridge"));

    rs.tell(trial.id, trial.tell());
    rs.awaitStatus(handover, "OFFERED");
  }

  /** The walk cannot repeat a request of its own: this one offered the case and is excluded now. */
  @Test
  @Proves(6)
  void excludedPersonGetsNoRepetitionOfHerOwnOffer() {
    TrialCase trial = TrialCase.of("rs").released();
    rs.tell(trial.id, trial.tell());
    rs.awaitCase(trial.id, 1);
    Person marko = rs.person("marko", Role.SUPERVISOR);
    String key = UUID.randomUUID().toString();
    String offer =
        """
        {"case": "%s", "partner": "gr", "reason": "ROUTE", "purpose": "PARTNER_SEARCH",
         "basis": "PUBLIC_TASK"}\
        """
            .formatted(trial.id);
    assertThat(marko.keyed(key, "/api/v1/handovers", offer).status()).isEqualTo(201);
    rs.tell(trial.id, trial.notTo("person:person-marko").tell());
    rs.awaitCase(trial.id, 2);

    assertThat(marko.keyed(key, "/api/v1/handovers", offer).problem())
        .isEqualTo("not-known-here-yet");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "role=OWNER&"})
  @Proves(6)
  void pagesAreFilledWithOthersAndNameNoHiddenId(String list) {
    List<TrialCase> hidden =
        List.of(
            TrialCase.of("rs").released(),
            TrialCase.of("rs").released(),
            TrialCase.of("rs").released());
    List<String> ids = hidden.stream().map(this::offered).toList();
    String shown = offered(TrialCase.of("rs").released());
    for (TrialCase trial : hidden) {
      rs.tell(trial.id, trial.notTo("person:person-marko").tell());
      rs.awaitCase(trial.id, 2);
    }
    Person marko = rs.person("marko", Role.SUPERVISOR);

    var found = new ArrayList<String>();
    String after = "";
    do {
      var page = marko.get("/api/v1/handovers?" + list + "limit=1&after=" + after).json();
      page.path("handovers").forEach(line -> found.add(line.path("id").asString()));
      after = page.path("next").asString("");
      assertThat(place(after)).doesNotContain(ids);
    } while (!after.isEmpty());

    assertThat(found).contains(shown).doesNotContainAnyElementsOf(ids).doesNotHaveDuplicates();
  }

  /** The place of a list by what is awaited is not readable as it stands. */
  private static String place(String after) {
    try {
      return after + new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException plain) {
      return after;
    }
  }

  @Test
  void aListOfOneRoleIsReadAlone() {
    Person jelena = rs.supervisor();

    assertThat(jelena.get("/api/v1/handovers?role=OWNER&status=OFFERED").problem())
        .isEqualTo("invalid");
    assertThat(jelena.get("/api/v1/handovers?role=THIRD").problem()).isEqualTo("invalid");
    assertThat(jelena.get("/api/v1/handovers?role=OWNER&after=abc").problem()).isEqualTo("invalid");
  }
}
