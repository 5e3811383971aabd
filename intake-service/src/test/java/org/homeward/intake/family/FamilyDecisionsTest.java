package org.homeward.intake.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.intake.family.FamilySamples.CONTACT;
import static org.homeward.intake.family.FamilySamples.NAME;
import static org.homeward.intake.family.FamilySamples.NOW;
import static org.homeward.intake.family.FamilySamples.NUMBER;
import static org.homeward.intake.family.FamilySamples.TOMORROW;
import static org.homeward.intake.family.FamilySamples.contact;
import static org.homeward.intake.family.FamilySamples.matter;
import static org.homeward.intake.family.FamilySamples.next;
import static org.homeward.intake.family.FamilySamples.of;
import static org.homeward.intake.family.FamilySamples.only;
import static org.homeward.intake.family.FamilySamples.settle;
import static org.homeward.intake.family.FamilySamples.standing;
import static org.homeward.intake.family.FamilySamples.tell;
import static org.homeward.intake.family.FamilySamples.why;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.face.testing.ProblemList;
import org.homeward.intake.family.FamilyDecision.Refusal;
import org.homeward.intake.family.words.Sentence.Tells;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.people.PhoneNumber;
import org.homeward.testkit.DecisionTable;
import org.homeward.testkit.Proves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What commands do about a family; the table in the documents is this decision. */
class FamilyDecisionsTest {

  private static final Path TABLE = Path.of("../docs/family-decisions.md");
  private static final String OTHER_NUMBER = "+381647654321";
  private static final String INTRODUCTION =
      """
      # What is decided about a family

      `FamilyDecisionsTest` generates this from `FamilyRules` and `FamilyDecisions`. A person of a family hears sentences
      of one list ([sentences.yaml](../intake-service/src/main/resources/family/sentences.yaml)), and nothing else.
      """;

  private static FamilyDecision decide(KeptFamily now, FamilyCommand wish) {
    return FamilyDecisions.decide(now, wish);
  }

  private static FamilyDecision refused(Refusal why) {
    return new FamilyDecision.Refused(why);
  }

  @Test
  @Proves({1, 10})
  void whatIsToldIsWrittenDownBeforeItIsShownAndCountsUntilSomebodySaysOtherwise() {
    Contact told = only(decide(of(contact()), tell("NOTHING_NEW")));

    Told first = told.told().getFirst();
    assertThat(first.text().text())
        .isEqualTo(
            "There is nothing that we may tell you today. We will call you again: 2. 3. 2026, 22:15.");
    assertThat(first.text().language()).isEqualTo("en");
    assertThat(first.countsAsTold()).isTrue();
    Contact missed = only(decide(of(told), settle(Told.How.NOT_REACHED)));
    assertThat(missed.told().getFirst().countsAsTold()).isFalse();
    assertThat(missed.next()).isPresent();
    assertThat(decide(of(missed), settle(Told.How.TOLD)))
        .isEqualTo(refused(Refusal.UPDATE_SETTLED));
    assertThat(decide(of(missed), settle(Told.How.NOT_REACHED)))
        .isEqualTo(new FamilyDecision.Unchanged());
  }

  @Test
  @Proves(6)
  void nobodyHearsAnythingWhoIsFearedWhateverElseIsRight() {
    var feared =
        new FamilyRules.Matter(
            false, CaseKind.MISSING, Set.of("c1"), Set.of(), standing(true, false));

    for (var sentence : FamilySamples.SENTENCES.all()) {
      assertThat(
              decide(
                  of(contact()), tell(sentence.code(), NAME, NUMBER, next(TOMORROW, NOW), feared)))
          .isEqualTo(new FamilyDecision.ToldNothing(List.of(FamilyRules.Rule.NOT_FEARED)));
    }
  }

  @Test
  @Proves(6)
  void onceAChildIsSaidToBeFoundOnlyWhoeverMayKnowWhereItIsHearsAnything() {
    var standings = Map.of(false, standing(false, false), true, standing(false, false, "c1"));
    standings.forEach(
        (mayKnow, standing) -> {
          var found =
              new FamilyRules.Matter(false, CaseKind.MISSING, Set.of(), Set.of("c1"), standing);
          FamilyDecision decided =
              decide(of(contact()), tell("SEARCH_ENDED", NAME, NUMBER, next(TOMORROW, NOW), found));
          if (mayKnow) {
            assertThat(only(decided).told()).hasSize(1);
          } else {
            assertThat(decided)
                .isEqualTo(new FamilyDecision.ToldNothing(List.of(FamilyRules.Rule.MAY_KNOW)));
          }
        });
  }

  @ParameterizedTest
  @Proves(6)
  @CsvSource({
    "Jelena Đorđević, true",
    "đorđević jelena, true",
    "JELENA DJORDJEVIC, true",
    "Jelena, false",
    "Đorđević, false",
    "Milena Đorđević, false",
    "Jelena Đorđević Petrović, false",
    "'...', false"
  })
  void theWholeNameIsConfirmed(String said, boolean isConfirmed) {
    FamilyDecision decided =
        decide(of(contact()), tell("NEXT_CALL", said, NUMBER, next(TOMORROW, NOW), matter()));

    if (isConfirmed) {
      assertThat(only(decided).told()).hasSize(1);
    } else {
      assertThat(decided).isEqualTo(refused(Refusal.NAME_NOT_CONFIRMED));
    }
  }

  @Test
  @Proves(6)
  void anotherNumberIsRefusedUntilASupervisorHasEnteredIt() {
    FamilyCommand.Tell called =
        tell("NEXT_CALL", NAME, OTHER_NUMBER, next(TOMORROW, NOW), matter());

    assertThat(decide(of(contact()), called)).isEqualTo(refused(Refusal.NUMBER_NOT_ON_FILE));
    Contact now =
        only(
            decide(
                of(contact()),
                new FamilyCommand.Renumber(CONTACT, new PhoneNumber(OTHER_NUMBER), why())));
    assertThat(only(decide(of(now), called)).told()).hasSize(1);
    assertThat(decide(of(now), tell("NEXT_CALL"))).isEqualTo(refused(Refusal.NUMBER_NOT_ON_FILE));
  }

  @Test
  @Proves(11)
  void aPromiseIsKeptByACallOrTakesThePlaceOfTheOneBefore() {
    Contact promised = contact().promising(next(TOMORROW, NOW.minusSeconds(60)));
    FamilyCommand.Tell withoutPromise = tell("NOTHING_NEW", NAME, NUMBER, null, matter());

    Contact told = only(decide(of(promised), withoutPromise));
    assertThat(told.next()).as("until somebody says that she was reached").isPresent();
    assertThat(only(decide(of(told), settle(Told.How.TOLD))).next()).isEmpty();

    Contact again = only(decide(of(promised), tell("NOTHING_NEW")));
    assertThat(again.calls()).hasSize(2);
    assertThat(again.calls().getFirst().stands()).isFalse();
    assertThat(only(decide(of(again), settle(Told.How.TOLD))).next())
        .as("what was promised in this call stands")
        .isPresent();
    assertThat(decide(of(contact()), withoutPromise))
        .as("nobody promises what nobody has to do")
        .isEqualTo(refused(Refusal.NEXT_CALL_NEEDED));
    Contact late = contact().promising(next(NOW.minusSeconds(1), NOW.minusSeconds(60)));
    assertThat(decide(of(late), withoutPromise)).isEqualTo(refused(Refusal.NEXT_CALL_NEEDED));
  }

  @Test
  @Proves(11)
  void aCallThatReachedNobodyIsWrittenDownWithoutATextAndKeepsThePromiseAsItWas() {
    NextCall promise = next(TOMORROW, NOW.minusSeconds(60));
    var miss = new FamilyCommand.Miss(CONTACT, new Attempt(Attempt.How.NOBODY_ANSWERED, "p2", NOW));

    Contact missed = only(decide(of(contact().promising(promise)), miss));

    assertThat(missed.next()).contains(promise);
    assertThat(missed.told()).isEmpty();
    assertThat(missed.attempts()).containsExactly(miss.attempt());
    Contact told = only(decide(of(missed), tell("NOTHING_NEW", NAME, NUMBER, null, matter())));
    assertThat(only(decide(of(told), settle(Told.How.TOLD))).attempts()).hasSize(1);
    Contact tried = missed;
    for (int i = 0; i < 120; i++) {
      var later = new Attempt(Attempt.How.NO_CONNECTION, "p2", NOW.plusSeconds(i));
      tried = only(decide(of(tried), new FamilyCommand.Miss(CONTACT, later)));
    }
    assertThat(tried.attempts()).as("the last ones").hasSize(100);
  }

  @Test
  void whoeverIsSpokenToNoMoreHasNoPromiseAndIsStillKeptFromWhatItMustNotLearn() {
    Contact over =
        only(
            decide(
                of(contact().promising(next(TOMORROW, NOW))),
                new FamilyCommand.End(CONTACT, why())));

    assertThat(over.next()).isEmpty();
    assertThat(decide(of(over), tell("CALL_US"))).isEqualTo(refused(Refusal.CONTACT_OVER));
    assertThat(only(decide(of(over), new FamilyCommand.KeepFrom(CONTACT, "all"))).mustNotLearn())
        .isEqualTo("all");
  }

  @Test
  void everyKindOfProblemIsListedForClients() throws IOException {
    ProblemList.assertListed(List.of(FamilyProblem.values()));
  }

  @Test
  void theTableInTheDocumentsIsTheDecision() throws IOException {
    String table =
        INTRODUCTION
            + "\n## What a person may hear\n\n"
            + "*stopped*: a freeze or a brake holds the case. *feared*: a child fears people like this person, or"
            + " somebody\nwarns of telling them. *hidden*: something is sealed, or a word says to keep a child of the"
            + " case hidden. *found*: not\nmissing any more, by anybody's word; a supervisor decides who *may know*"
            + " where a child is\n([ending-decisions.md](ending-decisions.md)). OUR_WORK: how the hotline works, and"
            + " nothing of any child.\n\n"
            + hears().markdown()
            + "\n## What is confirmed before a text is shown\n\n"
            + "Of somebody who may hear something. What stands on the left is said first.\n\n"
            + confirmed().markdown()
            + "\n## What a command does\n\n"
            + commands().markdown();
    if (Boolean.getBoolean("write.tables")) {
      Files.writeString(TABLE, table);
    }
    assertThat(TABLE).as("run with -Dwrite.tables=true after a wanted change").hasContent(table);
  }

  private static DecisionTable hears() {
    var table =
        new DecisionTable(
            List.of("case", "kind", "children", "person", "hidden"), List.of("may hear"));
    Map<String, Set<String>> searched = new LinkedHashMap<>();
    Map<String, Set<String>> found = new LinkedHashMap<>();
    Map<String, Set<String>> known = new LinkedHashMap<>();
    searched.put("all missing", Set.of("c1", "c2"));
    searched.put("one found: may know", Set.of("c1"));
    searched.put("one found: may not know", Set.of("c1"));
    searched.put("all found: may know", Set.of());
    searched.put("all found: may know of one", Set.of());
    searched.put("all found: may not know", Set.of());
    found.put("one found: may know", Set.of("c2"));
    found.put("one found: may not know", Set.of("c2"));
    found.put("all found: may know", Set.of("c1", "c2"));
    found.put("all found: may know of one", Set.of("c1", "c2"));
    found.put("all found: may not know", Set.of("c1", "c2"));
    known.put("one found: may know", Set.of("c2"));
    known.put("all found: may know", Set.of("c1", "c2"));
    known.put("all found: may know of one", Set.of("c1"));
    for (boolean stopped : new boolean[] {false, true}) {
      for (CaseKind kind : CaseKind.values()) {
        searched.forEach(
            (children, missing) -> {
              for (boolean feared : new boolean[] {false, true}) {
                for (boolean hidden : new boolean[] {false, true}) {
                  var standing =
                      standing(
                          feared,
                          hidden,
                          known.getOrDefault(children, Set.of()).toArray(String[]::new));
                  var matter =
                      new FamilyRules.Matter(
                          stopped, kind, missing, found.getOrDefault(children, Set.of()), standing);
                  table.decide(
                      List.of(
                          stopped ? "stopped" : "open",
                          kind.name(),
                          children,
                          feared ? "feared" : "not feared",
                          hidden ? "hidden" : "no"),
                      List.of(hears(matter)));
                }
              }
            });
      }
    }
    assertThat(table.situations()).isEqualTo(2 * 4 * 6 * 2 * 2);
    return table;
  }

  private static String hears(FamilyRules.Matter matter) {
    return FamilyRules.unmet(matter).isEmpty()
        ? Arrays.stream(Tells.values())
            .filter(each -> FamilyRules.fits(each, matter))
            .map(Tells::name)
            .collect(Collectors.joining(", "))
        : "nothing";
  }

  private static DecisionTable confirmed() {
    var table =
        new DecisionTable(List.of("number", "name", "sentence", "next call"), List.of("then"));
    for (String number : List.of("on file", "another", "none")) {
      for (String name : List.of("on file", "another")) {
        for (String sentence : List.of("SEARCH_GOES_ON", "SEARCH_ENDED", "CALL_US")) {
          for (String call : List.of("promised", "none")) {
            @Nullable String dialled =
                switch (number) {
                  case "on file" -> NUMBER;
                  case "another" -> OTHER_NUMBER;
                  default -> null;
                };
            FamilyDecision decided =
                decide(
                    of(contact()),
                    tell(
                        sentence,
                        name.equals("on file") ? NAME : "Milan Đorđević",
                        dialled,
                        call.equals("none") ? null : next(TOMORROW, NOW),
                        matter()));
            table.decide(
                List.of(
                    number,
                    name,
                    switch (sentence) {
                      case "SEARCH_ENDED" -> "is not true";
                      case "CALL_US" -> "is true";
                      default -> "is true, promises";
                    },
                    call),
                List.of(said(decided)));
          }
        }
      }
    }
    assertThat(table.situations()).isEqualTo(3 * 2 * 3 * 2);
    return table;
  }

  private static DecisionTable commands() {
    var table = new DecisionTable(List.of("command", "state"), List.of("decision"));
    Map<String, KeptFamily> states = new LinkedHashMap<>();
    states.put("nobody", Family.EMPTY);
    states.put("a contact", of(contact()));
    states.put("was told", of(only(decide(of(contact()), tell("NOTHING_NEW")))));
    states.put("spoken to no more", of(contact().over(why())));
    states.put("erased", GoneFamily.ERASED);
    Map<String, FamilyCommand> commands = new LinkedHashMap<>();
    commands.put("ADD", new FamilyCommand.Add(contact()));
    commands.put("KEEP_FROM", new FamilyCommand.KeepFrom(CONTACT, "all"));
    commands.put(
        "RENUMBER", new FamilyCommand.Renumber(CONTACT, new PhoneNumber(OTHER_NUMBER), why()));
    commands.put("PROMISE", new FamilyCommand.Promise(CONTACT, next(TOMORROW, NOW)));
    commands.put(
        "MISS",
        new FamilyCommand.Miss(CONTACT, new Attempt(Attempt.How.NOBODY_ANSWERED, "p2", NOW)));
    commands.put("TELL", tell("NOTHING_NEW"));
    commands.put("SETTLE", settle(Told.How.TOLD));
    commands.put("END", new FamilyCommand.End(CONTACT, why()));
    commands.put("ERASE", new FamilyCommand.Erase());
    states.forEach(
        (state, now) ->
            commands.forEach(
                (command, wish) ->
                    table.decide(List.of(command, state), List.of(said(decide(now, wish))))));
    assertThat(commands).hasSameSizeAs(FamilyCommand.class.getPermittedSubclasses());
    assertThat(table.situations()).isEqualTo(states.size() * commands.size());
    return table;
  }

  private static String said(FamilyDecision decided) {
    return switch (decided) {
      case FamilyDecision.Changed(GoneFamily _) -> "erased";
      case FamilyDecision.Changed(Family _) -> "recorded";
      case FamilyDecision.Unchanged _ -> "nothing new";
      case FamilyDecision.Refused(var why) -> "refused: " + why;
      case FamilyDecision.ToldNothing(var unmet) ->
          "refused: " + unmet.stream().map(Enum::name).collect(Collectors.joining(", "));
    };
  }
}
