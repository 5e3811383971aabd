package org.homeward.schema.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.Binding;
import org.homeward.schema.json.Invalid;
import org.homeward.schema.json.SaysCodec;
import org.homeward.schema.json.StrictJson;
import org.homeward.schema.json.Violation;
import org.homeward.schema.people.Reporter;
import org.homeward.schema.people.ReporterRelation;
import org.homeward.schema.values.Answer;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.Place;
import org.homeward.schema.values.Text;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class AmendmentTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final String CHILD = "00000000-0000-4001-8000-000000000001";
  private static final String OTHER_CHILD = "00000000-0000-4002-8000-000000000002";
  private static final Set<String> CHILDREN =
      Set.of(CHILD, OTHER_CHILD, "00000000-0000-4003-8000-000000000003");
  private static final Set<Audience> TEAM = EnumSet.of(Audience.CASE_TEAM);
  private static final Set<Audience> CONFIDANT = EnumSet.of(Audience.CASE_TEAM, Audience.CONFIDANT);

  private static final Says SAYS =
      Says.builder()
          .reporter(
              new Reporter(Code.of(ReporterRelation.PARENT), null, null, true, new Text("sr", "k")))
          .notes(new Text("sr", "read by the team"))
          .shelter(new Place("RS", null, "Niš", null, null, null, null))
          .childWords(new Text("sr", "to a counsellor"))
          .children(
              Map.of(
                  CHILD,
                  ChildFacts.builder()
                      .school(new Text("sr", "a school"))
                      .home(new Place("RS", null, "Čačak", null, null, null, null))
                      .audiences(Map.of("home", Set.of(Audience.POLICE)))
                      .build()))
          .audiences(Map.of("reporter", Set.of(Audience.POLICE)))
          .build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'audiences': {'reporter': null}}",
        "{'audiences': null}",
        "{'audiences': {'reporter': ['POLICE', 'CASE_TEAM']}}",
        "{'reporter': null}",
        "{'children': null}",
        "{'children': {'00000000-0000-4001-8000-000000000001': null}}",
        "{'children': {'00000000-0000-4001-8000-000000000001': {'audiences': null}}}",
        "{'children': {'00000000-0000-4001-8000-000000000001': {'home': null}}}",
        "{'children': {'00000000-0000-4001-8000-000000000001': {'answers': {'home': 'UNKNOWN'}}}}",
        "{'reporter': {'relation': 'OTHER', 'agreesToPolice': false}}",
        "{'children': {'00000000-0000-4001-8000-000000000001': {'home': {'country': 'GR'}}}}",
        "{'answers': {'reporter': 'UNKNOWN', 'shelter': 'UNKNOWN', 'childWords': 'REFUSED'}}",
      })
  @Proves(6)
  void whatIsHiddenFromTheAuthorStaysAndItsAudienceIsNotWider(String patch) {
    Says after = amended(SAYS, patch, TEAM).orElse(SAYS);
    HiddenFields.assertStay(SAYS, after, TEAM);
    assertThat(after.reporter()).isEqualTo(SAYS.reporter());
    assertThat(after.shelter()).isEqualTo(SAYS.shelter());
    assertThat(after.childWords()).isEqualTo(SAYS.childWords());
    assertThat(after.children().get(CHILD).home()).isEqualTo(SAYS.children().get(CHILD).home());
  }

  @Test
  @Proves(6)
  void anAuthorMayHideMoreAlsoFromHerself() {
    Says after = amended(SAYS, "{'audiences': {'notes': []}}", TEAM).orElseThrow();
    assertThat(after.notes()).isEqualTo(SAYS.notes());
    assertThat(after.audiences())
        .isEqualTo(Map.of("notes", Set.of(), "reporter", Set.of(Audience.POLICE)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "['CASE_TEAM']"})
  @Proves(6)
  void anAuthorHidesNothingFromEverybodyThatSheDoesNotSee(String limit) {
    String patch =
        "{'audiences': {'reporter': %s}, 'children': {'%s': {'audiences': {'home': %s}}}}";
    assertThat(amended(SAYS, patch.formatted(limit, CHILD, limit), TEAM)).contains(SAYS);
  }

  @Test
  void whatTheAuthorSeesIsPatchedAsEver() {
    Says after =
        amended(
                SAYS,
                "{'notes': null, 'children': {'%s': {'school': null}}}".formatted(CHILD),
                TEAM)
            .orElseThrow();
    assertThat(after.notes()).isNull();
    assertThat(after.children().get(CHILD).school()).isNull();
    assertThat(amended(SAYS, "{'childWords': null}", CONFIDANT).orElseThrow().childWords())
        .isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'shoeSize': null}                                                 |                      | unknown-field
          {'shoeSize': 4}                                                    |                      | unknown-field
          {'answers': {'shoeSize': null}}                                    | /answers             | unknown-field
          {'audiences': {'children': null}}                                  | /audiences           | unknown-field
          {'reporter': {'shoeSize': null}}                                   | /reporter            | unknown-field
          {'lastSeen': {'shoeSize': null}}                                   | /lastSeen            | unknown-field
          {'lastSeen': {'place': {'shoeSize': null}}}                        | /lastSeen/place      | unknown-field
          {'children': {'00000000-0000-4009-8000-000000000009': null}}       | /children            | unknown-child
          {'children': {'00000000-0000-4009-8000-000000000009': {}}}         | /children            | unknown-child
          {'children': {'00000000-0000-4002-8000-000000000002': {'a': null}}} | /children/00000000-0000-4002-8000-000000000002 | unknown-field
          {'shelter': null}                                                  | /shelter             | not-yours
          {'childWords': {'language': 'sr', 'text': 'x'}}                    | /childWords          | not-yours
          {'audiences': {'shelter': ['CASE_TEAM']}}                          | /audiences/shelter   | not-yours
          {'audiences': {'shelter': []}}                                     | /audiences/shelter   | not-yours
          {'audiences': {'childWords': []}}                                  | /audiences/childWords | not-yours
          {'audiences': {'childWords': null}}                                | /audiences/childWords | not-yours
          {'audiences': {'notes': ['PUBLIC']}}                               | /audiences/notes     | audience-too-large
          """)
  void aPatchThatNamesNothingKnownOrAnotherCirclesFieldIsRefused(
      String patch, String pointer, String rule) {
    var expected = new Violation(pointer == null ? "" : pointer, rule);
    assertThat(refused(SAYS, patch, TEAM)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'notes': {'language': 'xy', 'text': '\u200b'}} | {'notes': {'language': 'xz'}} | /notes/language | unknown-language
          {'notes': {'language': 'xy', 'text': '\u200b'}} | {'notes': {'text': '\u3164'}} | /notes/text | invisible
          {'reporter': {'name': {'full': 'Ana', 'script': 'Cirl', 'kind': 'NATIVE'}}} | {'reporter': {'name': {'script': 'Cyrk'}}} | /reporter/name/script | unknown-script
          """)
  void aValueStoredBeforeItsRuleIsInTheWayOfNoOtherChange(
      String stored, String patch, String pointer, String rule) {
    Says says = Binding.bind(Says.class, object(stored));
    assertThat(amended(says, "{'answers': {'risk': 'UNKNOWN'}}", TEAM))
        .contains(says.with().answers(Map.of("risk", Answer.UNKNOWN)).build());
    assertThat(refused(says, patch, TEAM)).containsExactly(new Violation(pointer, rule));
  }

  @ParameterizedTest
  @ValueSource(strings = {"shelter", "childWords", "reporter"})
  @Proves(6)
  void anAnswerAboutAHiddenFieldIsTakenWhetherOrNotThereIsAValue(String field) {
    Says with = SAYS.with().audiences(Map.of("reporter", Set.of())).build();
    Says without = with.with().shelter(null).childWords(null).reporter(null).build();
    String patch = "{'answers': {'%s': 'UNKNOWN'}}".formatted(field);
    for (Says says : List.of(with, without)) {
      Says once = amended(says, patch, TEAM).orElseThrow();
      assertThat(once.answers()).isEqualTo(Map.of(field, Answer.UNKNOWN));
      // Again: that it stands there is hidden too.
      assertThat(amended(once, patch, TEAM)).contains(once);
      assertThat(ReadablePart.of(once, TEAM).says()).isEqualTo(ReadablePart.of(says, TEAM).says());
    }
  }

  @Test
  @Proves(6)
  void aValueForAFieldThatAnotherLimitedIsTakenLikeAnyAndChangesNothing() {
    Says open = SAYS.with().audiences(Map.of()).build();
    String patch = "{'reporter': {'relation': 'OTHER', 'phone': null, 'agreesToPolice': false}}";
    assertThat(amended(open, patch, TEAM)).isPresent();
    assertThat(amended(SAYS, patch, TEAM)).as("nobody hears of the limit").contains(SAYS);
    assertThat(refused(open, "{'reporter': {'relation': 7}}", TEAM))
        .isEqualTo(refused(SAYS, "{'reporter': {'relation': 7}}", TEAM));

    Says empty = SAYS.with().reporter(null).build();
    Says first = amended(empty, patch, TEAM).orElseThrow();
    assertThat(first.reporter()).as("it is not lost").isNotNull();
    assertThat(ReadablePart.of(first, TEAM).says().reporter()).isNull();
  }

  @Test
  @Proves(6)
  void whoeverMayReadTheValueReadsNoAnswerBesideItAndCanAmend() {
    Says answered = amended(SAYS, "{'answers': {'childWords': 'REFUSED'}}", TEAM).orElseThrow();
    assertThat(ReadablePart.of(answered, CONFIDANT).says().answers()).isEmpty();
    Says noted = amended(answered, "{'notes': null}", CONFIDANT).orElseThrow();
    assertThat(noted).isEqualTo(answered.with().notes(null).build());
  }

  @Test
  @Proves(6)
  void noRuleAcrossFieldsTellsOfAHiddenField() {
    ObjectNode json = SaysCodec.write(SAYS);
    ObjectNode child = (ObjectNode) json.path("children").path(CHILD);
    child.put("born", "2019-01-01");
    ((ObjectNode) child.path("audiences")).putArray("born");
    Says says = Binding.bind(Says.class, json);
    assertThat(amended(says, "{'lastSeen': {'at': '2018-01-01T00:00:00Z'}}", TEAM)).isPresent();
  }

  private static Optional<Says> amended(Says says, String patch, Set<Audience> circles) {
    return new Amendment(object(patch), circles).of(says, CHILDREN, NOW);
  }

  private static List<Violation> refused(Says says, String patch, Set<Audience> circles) {
    return catchThrowableOfType(Invalid.class, () -> amended(says, patch, circles)).violations();
  }

  private static ObjectNode object(String json) {
    return (ObjectNode) StrictJson.read(json.replace('\'', '"').getBytes());
  }
}
