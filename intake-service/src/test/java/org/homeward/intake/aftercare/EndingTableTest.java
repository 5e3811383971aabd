package org.homeward.intake.aftercare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.intake.aftercare.AftercareSamples.CHILD;
import static org.homeward.intake.aftercare.AftercareSamples.NOW;
import static org.homeward.intake.aftercare.AftercareSamples.agreed;
import static org.homeward.intake.aftercare.AftercareSamples.closing;
import static org.homeward.intake.aftercare.AftercareSamples.heard;
import static org.homeward.intake.aftercare.AftercareSamples.met;
import static org.homeward.intake.aftercare.AftercareSamples.say;
import static org.homeward.intake.aftercare.AftercareSamples.tell;
import static org.homeward.intake.aftercare.AftercareSamples.told;
import static org.homeward.intake.aftercare.AftercareSamples.withdraw;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The table in the documents is what is decided after a find. */
class EndingTableTest {

  private static final Path TABLE = Path.of("../docs/ending-decisions.md");
  private static final Instant LATER = NOW.plusSeconds(3600);
  private static final String INTRODUCTION =
      """
      # What is decided after a find

      `EndingTableTest` generates this from `Safety`, `Whereabouts` and `AftercareDecisions`. That a child is
      located, and that the search for it has ended, is decided elsewhere ([case-decisions.md](case-decisions.md)).
      None of these follows from another: a child whose search has ended may not be safe, of a safe child nobody may be
      told where it is, and a case is closed by a person who has nothing left to do.
      """;

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
            + " while this\ntable says so and nothing else is recorded: a word, a hearing, a withdrawal, a report or"
            + " its amendment, an answered\ninterview, a word on orders, a freeze, a brake, a link with another"
            + " episode, a restore or closing ends it for good.\nWhile a child of the case has another episode, or a"
            + " freeze or a brake holds the case, nobody is told."
            + "\n*clear*: the supervisor has read those orders, and says that none keeps this claimant away."
            + " *feared*: somebody\nfears people like this claimant, or warns of telling them; *not asked*: the child"
            + " was not asked alone whom it fears.\n*sealed*: a shelter, a sealed answer, or a word to keep"
            + " a child of the case hidden.\n\n"
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
    before.put(
        "SAFE", List.of(AftercareSamples.word(SafeWord.Finding.SAFE, met(Who.POLICE, true))));
    before.put(
        "NOT_SAFE",
        List.of(AftercareSamples.word(SafeWord.Finding.NOT_SAFE, met(Who.STAFF, true))));
    before.forEach(
        (until, words) -> {
          for (Who who : Who.values()) {
            for (String how : List.of("alone", "late", "not alone")) {
              for (SafeWord.Finding finding :
                  List.of(SafeWord.Finding.SAFE, SafeWord.Finding.NOT_SAFE)) {
                Instant at = how.equals("late") ? NOW.minusSeconds(60) : LATER;
                SafeWord next =
                    AftercareSamples.word(finding, met(who, !how.startsWith("not"), at));
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
                                              false,
                                              false,
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

  private static Map<String, Fears> fears() {
    Map<String, Fears> fears = new LinkedHashMap<>();
    fears.put("not asked", new Fears(false, Set.of()));
    fears.put("no", new Fears(true, Set.of()));
    fears.put("feared", new Fears(true, Set.of(Feared.CAREGIVER, Feared.INSTITUTION)));
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
        "SAY",
        new AftercareCommand.Say(
            AftercareSamples.word(SafeWord.Finding.SAFE, met(Who.STAFF, true))));
    commands.put("SAY, not safe or hidden", say(SafeWord.Finding.NOT_SAFE, null));
    commands.put("HEAR", new AftercareCommand.Hear(heard(Wish.AGREES, met(Who.STAFF, true))));
    commands.put(
        "HEAR, refused or feared",
        new AftercareCommand.Hear(heard(Wish.FEARS, met(Who.STAFF, true))));
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
    assertThat(table.situations()).isEqualTo(55);
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
