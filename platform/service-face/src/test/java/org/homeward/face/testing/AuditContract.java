package org.homeward.face.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.face.access.Role;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A running service shows its audit trail to the data-protection officer and to nobody else. */
public interface AuditContract {

  /** The path of the trail. */
  String trail();

  /** A GET of somebody, whose person is {@code person-} and the login. */
  Said get(String path, String login, Role... roles);

  /** A new case at which somebody has looked, and which is kept from another login. */
  String lookedAt(String by, String keptFrom);

  /**
   * What this service keeps beside a case, by its kind: somebody has looked at each, and each is
   * kept from another login, by itself or with a case.
   */
  Map<String, String> lookedAtBeside(String by, String keptFrom);

  /** An answer; the problem is its code, empty for none. */
  record Said(int status, String problem, JsonNode body) {

    List<String> all(String field) {
      return body.path("looks").valueStream().map(look -> look.path(field).asString("")).toList();
    }
  }

  private Said officer(String login, String query) {
    Said said = get(trail() + query, login, Role.DPO);
    assertThat(said.status()).as(said.toString()).isEqualTo(200);
    return said;
  }

  private static String anybody(String as) {
    return as + "-" + UUID.randomUUID();
  }

  @Test
  @Proves(10)
  default void theOfficerReadsLooksAtACaseAndLooksOfAPersonAndAnotherOfficerReadsThat() {
    String reader = anybody("reader");
    String officer = anybody("officer");
    String caseId = lookedAt(reader, "nobody");

    Said ofCase = officer(officer, "?case=" + caseId);
    Said ofPerson = officer(officer, "?person=person-" + reader);

    assertThat(ofCase.all("reader")).contains("person-" + reader);
    assertThat(ofPerson.all("reader")).isNotEmpty().containsOnly("person-" + reader);
    assertThat(ofPerson.all("verb")).contains("DISCLOSED");
    Said ofOfficer = officer(anybody("officer"), "?person=person-" + officer);
    assertThat(ofOfficer.all("purpose")).containsExactly("OVERSIGHT", "OVERSIGHT");
    assertThat(ofOfficer.all("role")).containsOnly("dpo");
    assertThat(ofOfficer.body().at("/looks/0/subjects/0").asString()).isEqualTo("person-" + reader);
    assertThat(ofOfficer.body().at("/looks/1/subjects").valueStream().map(JsonNode::asString))
        .contains(caseId);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DPO")
  @Proves(10)
  default void nobodyElseReadsIt(Role role) {
    assertThat(get(trail() + "?person=person-ana", "ana", role).problem()).isEqualTo("forbidden");
  }

  @Test
  @Proves(6)
  default void aCaseThatIsKeptFromTheOfficerReadsLikeOneThatNeverWas() {
    String reader = anybody("reader");
    String officer = anybody("officer");
    String caseId = lookedAt(reader, officer);

    for (int i = 0; i < 2; i++) {
      Said kept = officer(officer, "?case=" + caseId);
      Said unknown = officer(officer, "?case=" + UUID.randomUUID());
      assertThat(kept.body().path("looks")).isEqualTo(unknown.body().path("looks")).isEmpty();
    }
    assertThat(officer(officer, "?person=person-" + reader).body().path("looks")).isEmpty();
    assertThat(officer(officer, "?person=person-" + officer).body().path("looks")).isEmpty();
    assertThat(officer("vera", "?case=" + caseId).all("reader")).contains("person-" + reader);
  }

  @Test
  @Proves(6)
  default void whatStandsBesideACaseAndIsKeptFromTheOfficerReadsLikeWhatNeverWas() {
    String reader = anybody("reader");
    String officer = anybody("officer");
    Map<String, String> beside = lookedAtBeside(reader, officer);

    assertThat(beside).isNotEmpty();
    beside.forEach(
        (kind, id) -> {
          assertThat(id).as(kind).isNotEmpty();
          assertThat(officer(officer, "?case=" + id).all("reader")).as(kind).isEmpty();
          assertThat(officer("vera", "?case=" + id).all("reader"))
              .as(kind)
              .contains("person-" + reader);
        });
    String ofReader = officer(officer, "?person=person-" + reader).body().toString();
    assertThat(ofReader).doesNotContain(beside.values());
  }

  @Test
  default void pagesGoOnWhereTheLastOneEnded() {
    String officer = anybody("officer");
    Stream.of("a", "b", "c").forEach(each -> officer(officer, "?person=" + each));
    List<String> subjects = new ArrayList<>();
    String query = "?limit=1&person=person-" + officer;
    String next = "";
    do {
      JsonNode page = officer("vera", query + next).body();
      page.at("/looks/0/subjects").forEach(each -> subjects.add(each.asString()));
      next = page.has("next") ? "&after=" + page.path("next").asString() : "";
    } while (!next.isEmpty());
    assertThat(subjects).containsExactly("c", "b", "a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?case=a&person=b",
        "?case=",
        "?person=Ana%20Ani%C4%87",
        "?person=ana@example.org",
        "?case=a&case=b",
        "?case=a&limit=0",
        "?case=a&limit=201",
        "?case=a&after=1",
        "?case=a&after="
      })
  default void badInputIsRefusedAndNotEchoed(String query) {
    Said said = get(trail() + query, "vera", Role.DPO);

    assertThat(said.status()).as(said.toString()).isEqualTo(422);
    assertThat(said.problem()).isEqualTo("invalid");
    assertThat(said.body().toString()).doesNotContain("Ana", "example.org");
  }

  @Test
  default void aPlaceThatIsGoneLeadsToTheBeginning() {
    String query = trail() + "?person=person-ana&limit=7";

    Said said = get(query + "&after=abcdefgh.1", "vera", Role.DPO);

    assertThat(said.status()).isEqualTo(410);
    assertThat(said.problem()).isEqualTo("cursor-gone");
    assertThat(said.body().path("resync").asString()).isEqualTo(query);
  }
}
