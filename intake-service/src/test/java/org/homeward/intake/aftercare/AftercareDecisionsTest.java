package org.homeward.intake.aftercare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.intake.aftercare.AftercareSamples.CHILD;
import static org.homeward.intake.aftercare.AftercareSamples.NOW;
import static org.homeward.intake.aftercare.AftercareSamples.REPORT;
import static org.homeward.intake.aftercare.AftercareSamples.agreed;
import static org.homeward.intake.aftercare.AftercareSamples.closing;
import static org.homeward.intake.aftercare.AftercareSamples.heard;
import static org.homeward.intake.aftercare.AftercareSamples.met;
import static org.homeward.intake.aftercare.AftercareSamples.tell;
import static org.homeward.intake.aftercare.AftercareSamples.telling;
import static org.homeward.intake.aftercare.AftercareSamples.told;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.intake.aftercare.Hearing.Wish;
import org.homeward.intake.aftercare.Meeting.Who;
import org.homeward.intake.rulings.OrdersCheck;
import org.homeward.schema.facts.Feared;
import org.homeward.schema.people.OrdersFinding;
import org.homeward.schema.people.ReporterRelation;
import org.homeward.testkit.DecisionTable;
import org.homeward.testkit.Proves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What commands do after a find; the table in the documents is this decision. */
class AftercareDecisionsTest {

  private static final Path TABLE = Path.of("../docs/ending-decisions.md");
  private static final Instant LATER = NOW.plusSeconds(3600);
  private static final String INTRODUCTION =
      """
      # What is decided after a find

      `AftercareDecisionsTest` generates this from `Safety`, `Whereabouts` and `AftercareDecisions`. That a child is
      located, and that the search for it has ended, is decided elsewhere ([case-decisions.md](case-decisions.md)).
      None of these follows from another: a child whose search has ended may not be safe, of a safe child nobody may be
      told where it is, and a case is closed by a person who has nothing left to do.
      """;

  private static AftercareDecision decide(KeptAftercare now, AftercareCommand wish) {
    return AftercareDecisions.decide(now, wish);
  }

  private static Optional<Telling> standing(AftercareDecision decided) {
    Aftercare now = (Aftercare) ((AftercareDecision.Changed) decided).next();
    return AftercareSamples.grounds().told(now, CHILD, REPORT);
  }

  private static AftercareCommand.Withdraw withdraw() {
    return new AftercareCommand.Withdraw(
        CHILD, REPORT, new Telling.Withdrawn("she fears him", "p3", NOW));
  }

  @Test
  @Proves(6)
  void aClaimantIsNotToldAgainstTheRules() {
    AftercareDecision decided = decide(Aftercare.EMPTY, tell(Aftercare.EMPTY));

    assertThat(decided)
        .isEqualTo(
            new AftercareDecision.NotTold(
                List.of(
                    Whereabouts.Rule.CHILD_HEARD,
                    Whereabouts.Rule.CHILD_AGREES,
                    Whereabouts.Rule.FEAR_ASKED,
                    Whereabouts.Rule.NOT_FEARED)));
  }

  @Test
  @Proves(6)
  void aRefusalAfterADecisionEndsItAndANewAnswerNeedsANewOne() {
    Aftercare refused = told().hearing(heard(Wish.FEARS, met(Who.STAFF, true)));
    assertThat(decide(refused, tell(refused))).isInstanceOf(AftercareDecision.NotTold.class);

    Aftercare besideHim = refused.hearing(heard(Wish.AGREES, met(Who.STAFF, false, LATER)));
    assertThat(decide(besideHim, tell(besideHim)))
        .as("what she agreed to beside the claimant takes nothing back")
        .isInstanceOf(AftercareDecision.NotTold.class);

    Aftercare agreedAgain = refused.hearing(heard(Wish.AGREES, met(Who.STAFF, true, LATER)));
    assertThat(AftercareSamples.grounds().told(agreedAgain, CHILD, REPORT))
        .as("the decision that was void stays void")
        .isEmpty();
    assertThat(standing(decide(agreedAgain, tell(agreedAgain)))).isPresent();
  }

  @Test
  @Proves(6)
  void anythingThatIsRecordedSinceEndsADecisionForGood() {
    Ground then = AftercareSamples.ground(told());
    int words = then.words();
    int heard = then.hearings();
    int facts = then.facts();
    int spoken = then.interviews();
    Instant orders = then.orders();
    String elsewhere = then.elsewhere();
    assertThat(told().told(CHILD, REPORT, then)).isPresent();

    for (Ground since :
        List.of(
            new Ground(words + 1, heard, facts, spoken, orders, elsewhere, 0),
            new Ground(words, heard + 1, facts, spoken, orders, elsewhere, 0),
            new Ground(words, heard, facts + 1, spoken, orders, elsewhere, 0),
            new Ground(words, heard, facts, spoken + 1, orders, elsewhere, 0),
            new Ground(words, heard, facts, spoken, LATER, elsewhere, 0),
            new Ground(words, heard, facts, spoken, null, elsewhere, 0),
            new Ground(words, heard, facts, spoken, orders, "a danger there", 0),
            new Ground(words, heard, facts, spoken, orders, elsewhere, 1))) {
      assertThat(told().told(CHILD, REPORT, since)).isEmpty();
      assertThat(since.code()).isNotEqualTo(then.code());
    }
  }

  @Test
  @Proves(6)
  void whoeverHasNotReadTheNewestDecidesNothing() {
    Aftercare since = agreed().saying(safe(SafeWord.Finding.SAFE, met(Who.STAFF, true)));

    assertThat(decide(since, tell(agreed())))
        .isEqualTo(new AftercareDecision.Refused(AftercareDecision.Refusal.GROUND_CHANGED));
    assertThat(standing(decide(since, tell(since)))).isPresent();
  }

  @Test
  @Proves(6)
  void anAnswerOfAnEarlierMeetingThatIsRecordedLateTakesNoRefusalBack() {
    Aftercare refused = Aftercare.EMPTY.hearing(heard(Wish.REFUSES, met(Who.STAFF, true, LATER)));
    Aftercare late = refused.hearing(heard(Wish.AGREES, met(Who.STAFF, true)));
    Aftercare atOneTime = refused.hearing(heard(Wish.AGREES, met(Who.STAFF, true, LATER)));

    for (Aftercare now : List.of(late, atOneTime)) {
      assertThat(now.heard(CHILD, REPORT).map(Hearing::wish)).contains(Wish.REFUSES);
      assertThat(decide(now, tell(now))).isInstanceOf(AftercareDecision.NotTold.class);
    }
  }

  @Test
  @Proves(6)
  void thatAChildFearsNobodyCountsOnlyWhenItWasAskedAlone() {
    Meeting besideHim = met(Who.STAFF, false);

    assertThat(Aftercare.EMPTY.hearing(heard(Wish.AGREES, besideHim)).feared()).isEmpty();
    assertThat(
            Aftercare.EMPTY
                .hearing(heard(Wish.FEARS, Set.of(Feared.CAREGIVER), besideHim))
                .feared())
        .containsExactly(Feared.CAREGIVER);
  }

  @Test
  void whatIsWithdrawnIsWithdrawnWhateverElseStands() {
    Aftercare twice = told().telling(telling(agreed())).closed(closing());
    var gone = new Telling.Withdrawn(null, "p3", NOW);

    assertThat(standing(decide(twice, withdraw()))).isEmpty();
    assertThat(standing(decide(twice, new AftercareCommand.WithdrawAll(CHILD, gone)))).isEmpty();
    assertThat(decide(twice, new AftercareCommand.WithdrawAll("another child", gone)))
        .isEqualTo(new AftercareDecision.Unchanged());
  }

  @Test
  void aCaseIsNotClosedWhileSomethingIsOpen() {
    assertThat(
            decide(Aftercare.EMPTY, new AftercareCommand.Close(closing(), AftercareSamples.open())))
        .isEqualTo(new AftercareDecision.NotClosed(AftercareSamples.open()));
  }

  @Test
  void theTableInTheDocumentsIsTheDecision() throws IOException {
    String table =
        INTRODUCTION
            + "\n## Whether a child is safe\n\n"
            + "The word that counts about the latest meeting. *alone*: nobody who claims the child was there or could"
            + "\nlisten; *late*: so too, but of a meeting before the one that is known.\n\n"
            + safety().markdown()
            + "\n## Whether a claimant may be told where a child is\n\n"
            + "A supervisor decides, for one claimant and one child, and names what she has read. The decision stands"
            + " while this\ntable says so and nothing else is recorded: a word, a hearing, a report or its amendment,"
            + " an answered interview, a word\non orders, another episode of the child or a restore ends it for good."
            + "\n*clear*: the supervisor has read those orders, and says that none keeps this claimant away."
            + " *feared*: somebody\nfears people like this claimant, or warns of telling them; *not asked*: nobody"
            + " answered whom the child fears.\n*sealed*: a shelter, a sealed answer, or a word to keep"
            + " the child hidden.\n\n"
            + whereabouts().markdown()
            + "\n## What a command does\n\n"
            + commands().markdown();
    if (Boolean.getBoolean("write.tables")) {
      Files.writeString(TABLE, table);
    }
    assertThat(TABLE).as("run with -Dwrite.tables=true after a wanted change").hasContent(table);
  }

  private static DecisionTable safety() {
    var table =
        new DecisionTable(List.of("until now", "who met it", "how", "word"), List.of("then"));
    Map<String, List<SafeWord>> before = new LinkedHashMap<>();
    before.put("NOT_KNOWN", List.of());
    before.put("SAFE", List.of(safe(SafeWord.Finding.SAFE, met(Who.POLICE, true))));
    before.put("NOT_SAFE", List.of(safe(SafeWord.Finding.NOT_SAFE, met(Who.STAFF, true))));
    before.forEach(
        (until, words) -> {
          for (Who who : Who.values()) {
            for (String how : List.of("alone", "late", "not alone")) {
              for (SafeWord.Finding finding :
                  List.of(SafeWord.Finding.SAFE, SafeWord.Finding.NOT_SAFE)) {
                Instant at = how.equals("late") ? NOW.minusSeconds(60) : LATER;
                SafeWord next = safe(finding, met(who, !how.startsWith("not"), at));
                String then =
                    Safety.of(Stream.concat(words.stream(), Stream.of(next)).toList())
                        .state()
                        .name();
                table.decide(
                    List.of(until, who.name(), how, finding.name()),
                    List.of(then.equals(until) ? "as before" : then));
              }
            }
          }
          table.decide(
              List.of(until, "–", "–", "MISTAKEN"),
              List.of(
                  Safety.of(
                          Stream.concat(words.stream(), Stream.of(AftercareSamples.mistake()))
                              .toList())
                      .state()
                      .name()));
        });
    assertThat(table.situations()).isEqualTo(3 * (4 * 3 * 2 + 1));
    return table;
  }

  private static SafeWord safe(SafeWord.Finding finding, Meeting meeting) {
    return AftercareSamples.word(finding, meeting);
  }

  private static DecisionTable whereabouts() {
    var table =
        new DecisionTable(
            List.of("child", "claimant", "the child says", "orders", "fear", "sealed"),
            List.of("told"));
    Map<String, @Nullable OrdersCheck> orders = new LinkedHashMap<>();
    orders.put("not checked", null);
    orders.put("none", AftercareSamples.orders(OrdersFinding.NONE_FOUND));
    orders.put("found, clear", AftercareSamples.orders(OrdersFinding.FOUND));
    orders.put("found", AftercareSamples.orders(OrdersFinding.FOUND));
    for (boolean found : new boolean[] {true, false}) {
      for (ReporterRelation claimant : ReporterRelation.values()) {
        hearings()
            .forEach(
                (says, heard) ->
                    orders.forEach(
                        (checked, check) -> {
                          fears()
                              .forEach(
                                  (fear, feared) -> {
                                    for (boolean sealed : new boolean[] {false, true}) {
                                      var matter =
                                          new Whereabouts.Matter(
                                              found,
                                              claimant,
                                              feared,
                                              Set.of(),
                                              sealed,
                                              heard,
                                              check,
                                              checked.endsWith("clear"));
                                      table.decide(
                                          List.of(
                                              found ? "found alive" : "else",
                                              claimant.name(),
                                              says,
                                              checked,
                                              fear,
                                              sealed ? "sealed" : "no"),
                                          List.of(
                                              Whereabouts.unmet(matter).isEmpty()
                                                  ? "may be"
                                                  : "no"));
                                    }
                                  });
                        }));
      }
    }
    return table;
  }

  private static Map<String, Set<Feared>> fears() {
    Map<String, Set<Feared>> fears = new LinkedHashMap<>();
    fears.put("not asked", Set.of());
    fears.put("no", Set.of(Feared.NOBODY));
    fears.put("feared", Set.of(Feared.CAREGIVER, Feared.INSTITUTION));
    return fears;
  }

  private static Map<String, @Nullable Hearing> hearings() {
    Map<String, @Nullable Hearing> hearings = new LinkedHashMap<>();
    for (Wish wish : Wish.values()) {
      hearings.put(wish.name() + " alone", heard(wish, met(Who.STAFF, true)));
    }
    hearings.put("anything beside the claimant", heard(Wish.AGREES, met(Who.STAFF, false)));
    hearings.put("nothing", null);
    return hearings;
  }

  private static DecisionTable commands() {
    Map<String, KeptAftercare> states = new LinkedHashMap<>();
    states.put("nothing decided", Aftercare.EMPTY);
    states.put("the child agrees", agreed());
    states.put("may be told", told());
    states.put("closed", told().closed(closing()));
    states.put("erased", GoneAftercare.ERASED);
    Map<String, AftercareCommand> commands = new LinkedHashMap<>();
    commands.put(
        "SAY", new AftercareCommand.Say(safe(SafeWord.Finding.SAFE, met(Who.STAFF, true))));
    commands.put("HEAR", new AftercareCommand.Hear(heard(Wish.AGREES, met(Who.STAFF, true))));
    commands.put("TELL, read before the child agreed", tell(Aftercare.EMPTY));
    commands.put("TELL", tell(agreed()));
    commands.put("WITHDRAW", withdraw());
    commands.put(
        "WITHDRAW_ALL",
        new AftercareCommand.WithdrawAll(CHILD, new Telling.Withdrawn(null, "p3", NOW)));
    commands.put("CLOSE, nothing open", new AftercareCommand.Close(closing(), List.of()));
    commands.put(
        "CLOSE, something open", new AftercareCommand.Close(closing(), AftercareSamples.open()));
    commands.put("ERASE", new AftercareCommand.Erase());
    var table = new DecisionTable(List.of("command", "state"), List.of("decision"));
    commands.forEach(
        (command, wish) ->
            states.forEach(
                (state, now) ->
                    table.decide(
                        List.of(command, state),
                        List.of(named(AftercareDecisions.decide(now, wish))))));
    assertThat(table.situations()).isEqualTo(45);
    return table;
  }

  private static String named(AftercareDecision decided) {
    return switch (decided) {
      case AftercareDecision.Changed(GoneAftercare _) -> "erased";
      case AftercareDecision.Changed(Aftercare _) -> "recorded";
      case AftercareDecision.Unchanged() -> "nothing new";
      case AftercareDecision.Refused(var why) -> "refused: " + why;
      case AftercareDecision.NotTold(var unmet) ->
          "refused: " + unmet.stream().map(Enum::name).collect(Collectors.joining(", "));
      case AftercareDecision.NotClosed _ -> "refused: what is open is named";
    };
  }
}
