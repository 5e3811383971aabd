package org.homeward.alert.orders.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.homeward.alert.orders.authorities.Authority;
import org.homeward.alert.orders.preview.PreviewDocument;
import org.homeward.alert.orders.preview.PreviewSamples;
import org.homeward.testkit.DecisionTable;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command against every state. */
class AlertDecisionsTest {

  private static final Path TABLE = Path.of("../docs/alert-decisions.md");
  private static final String INTRODUCTION =
      """
      # How a command changes an alert

      `AlertDecisionsTest` generates this from `AlertDecisions.decide`. Each combination of state and command
      stands in exactly one row. *unchanged*: nothing is written. *as before*: the alert keeps its state, and its
      content, its stops or its withdrawn children are written.
      """;
  private static final Instant NOW = PreviewSamples.NOW.plusSeconds(60);

  private static Map<String, Alert> states() {
    Map<String, Alert> states = new LinkedHashMap<>();
    states.put("DRAFT", Samples.draft());
    states.put("ACTIVE", Samples.active());
    states.put("ACTIVE with update", Samples.updating());
    states.put("FROZEN", Samples.frozen());
    states.put("CANCELLED", Samples.over(Ending.CANCELLED));
    states.put("EXPIRED", Samples.over(Ending.EXPIRED));
    states.put("ENDED", Samples.over(Ending.ENDED));
    states.put("ENDED before erasure", Samples.erasing());
    states.put("ERASED", Samples.erased());
    return states;
  }

  private static Map<String, AlertCommand> commands(Alert alert) {
    Map<String, AlertCommand> commands = new LinkedHashMap<>();
    commands.put("amend", new AlertCommand.Amend(Samples.proposal(1)));
    commands.put("propose an update", new AlertCommand.Propose(Samples.proposal(2)));
    commands.put("approve", new AlertCommand.Approve(approval(alert), Set.of()));
    commands.put("withdraw one of two", new AlertCommand.Withdraw(PreviewSamples.BOY));
    commands.put("a stop is set", new AlertCommand.Obstruct(Set.of(Hold.NODE_STOPPED)));
    commands.put("no stop is left", new AlertCommand.Obstruct(Set.of()));
    commands.put("cancel", new AlertCommand.Cancel());
    commands.put("case ended", new AlertCommand.End());
    commands.put("its expiry", new AlertCommand.Expire());
    commands.put("24 h after the end", new AlertCommand.Spend());
    commands.put("case erased", new AlertCommand.Erase());
    commands.put("all ends are delivered", new AlertCommand.Bury());
    return commands;
  }

  private static Approval approval(Alert alert) {
    return Samples.approval(
        alert instanceof Alert.Active active && active.next() != null
            ? active.next()
            : Samples.proposal(1));
  }

  @Test
  void tableInTheDocumentsIsWhatIsDecided() throws IOException {
    var decisions = new DecisionTable(List.of("command", "alert"), List.of("becomes", "event"));
    states()
        .forEach(
            (state, alert) ->
                commands(alert)
                    .forEach(
                        (name, command) -> {
                          Instant when =
                              command instanceof AlertCommand.Expire ? PreviewSamples.UNTIL : NOW;
                          decisions.decide(
                              List.of(name, state),
                              outcome(state, AlertDecisions.decide(alert, command, when)));
                        }));
    assertThat(decisions.situations())
        .isEqualTo(states().size() * commands(Samples.draft()).size());
    String table = INTRODUCTION + "\n" + decisions.markdown();
    Files.writeString(Path.of("target/alert-decisions.md"), table);

    assertThat(Files.readString(TABLE))
        .as("copy target/alert-decisions.md when the change is wanted")
        .isEqualTo(table);
  }

  private static List<String> outcome(String was, AlertDecided decided) {
    return switch (decided) {
      case AlertDecided.Same _ -> List.of("unchanged", "nothing");
      case AlertDecided.Refused(Refusal why) -> List.of("refused: " + why, "nothing");
      case AlertDecided.Becomes(Alert alert, var change) ->
          List.of(becomes(was, state(alert)), change == null ? "nothing" : change.text());
    };
  }

  private static String becomes(String was, String now) {
    return now.equals(was) || now.startsWith(was + ",")
        ? "as before" + now.substring(was.length())
        : now;
  }

  private static String state(Alert alert) {
    return switch (alert) {
      case Alert.Draft _ -> "DRAFT";
      case Alert.Active active ->
          "ACTIVE, edition "
              + active.issue().edition()
              + (active.next() == null ? "" : " + update");
      case Alert.Frozen _ -> "FROZEN";
      case Alert.Over over ->
          over.how()
              + (over.preview() == null ? ", without texts" : "")
              + (over.erase() ? ", to be erased" : "");
      case Alert.Erased _ -> "ERASED";
    };
  }

  private record Row(String name, Refusal expected, Alert alert, Approval approval, Instant now) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Row> brokenApprovals() {
    Alert.Draft draft = Samples.draft();
    Approval good = Samples.approval(draft.proposal());
    Set<String> approver = Set.of(Samples.APPROVER);
    Authority revoked = Samples.entry(approver, PreviewSamples.UNTIL, PreviewSamples.NOW);
    Authority ended = Samples.entry(approver, NOW, null);
    Authority others = Samples.entry(Set.of("x"), PreviewSamples.UNTIL, null);
    return Stream.of(
        row("author", Refusal.SAME_PERSON, with(good, Samples.AUTHOR), NOW),
        row(
            "another hash",
            Refusal.OTHER_PREVIEW,
            new Approval(good.person(), "0".repeat(64), good.entry(), Set.of()),
            NOW),
        row(
            "31 minutes later",
            Refusal.PREVIEW_TOO_OLD,
            good,
            PreviewSamples.NOW.plus(Duration.ofMinutes(31))),
        row("no entry", Refusal.NOT_IN_REGISTER, with(good, Optional.empty()), NOW),
        row("revoked entry", Refusal.NOT_IN_REGISTER, with(good, Optional.of(revoked)), NOW),
        row("ended entry", Refusal.NOT_IN_REGISTER, with(good, Optional.of(ended)), NOW),
        row("of another office", Refusal.NOT_IN_REGISTER, with(good, Optional.of(others)), NOW),
        row(
            "stopped",
            Refusal.HELD,
            new Approval(good.person(), good.hash(), good.entry(), Set.of(Hold.CASE_STOPPED)),
            NOW));
  }

  private static Row row(String name, Refusal expected, Approval approval, Instant now) {
    return new Row(name, expected, Samples.draft(), approval, now);
  }

  private static Approval with(Approval good, String person) {
    return new Approval(person, good.hash(), good.entry(), Set.of());
  }

  private static Approval with(Approval good, Optional<Authority> entry) {
    return new Approval(good.person(), good.hash(), entry, Set.of());
  }

  @ParameterizedTest
  @MethodSource("brokenApprovals")
  @Proves({3, 4})
  void approvalThatBreaksARuleChangesNothing(Row row) {
    AlertDecided decided =
        AlertDecisions.decide(
            row.alert(), new AlertCommand.Approve(row.approval(), Set.of()), row.now());

    assertThat(decided).isEqualTo(new AlertDecided.Refused(row.expected()));
  }

  @Test
  @Proves(3)
  void alertWhoseTimeIsOverIsNotApproved() {
    var document = PreviewSamples.document(1, 30, false);
    var short_ =
        new PreviewDocument(
            document.alert(),
            1,
            document.caseId(),
            7,
            "rs",
            false,
            document.audience(),
            1,
            document.rule(),
            document.addressees(),
            NOW,
            document.authority(),
            document.parts(),
            document.leftOut());
    var proposal =
        Proposal.by(Samples.AUTHOR, PreviewSamples.wish(), PreviewSamples.preview(short_));

    AlertDecided decided =
        AlertDecisions.decide(
            new Alert.Draft(PreviewSamples.CASE, "rs", false, proposal),
            new AlertCommand.Approve(Samples.approval(proposal), Set.of()),
            NOW);

    assertThat(decided).isEqualTo(new AlertDecided.Refused(Refusal.EXPIRED));
  }

  @Test
  void childThatWasFoundSinceIsNotInWhatStarts() {
    Alert.Draft draft = Samples.draft();

    var becomes =
        (AlertDecided.Becomes)
            AlertDecisions.decide(
                draft,
                new AlertCommand.Approve(
                    Samples.approval(draft.proposal()), Set.of(PreviewSamples.BOY)),
                NOW);

    assertThat(((Alert.Active) becomes.alert()).issue().withdrawn())
        .containsExactly(PreviewSamples.BOY);
  }

  @Test
  @Proves(3)
  void nobodyWhoseWordsAreInItApprovesIt() {
    Proposal first = Samples.draft().proposal();
    Proposal rewritten = Proposal.by("person-vesna", first.wish(), first.preview());
    Alert draft = becomes(Samples.draft(), new AlertCommand.Amend(rewritten));
    Proposal update = Samples.proposal(2);
    Proposal byApprover = Proposal.by(Samples.APPROVER, update.wish(), update.preview());
    Alert updating = becomes(Samples.active(), new AlertCommand.Propose(byApprover));

    for (Alert written : List.of(draft, updating)) {
      Approval own = with(approval(written), Samples.AUTHOR);
      assertThat(AlertDecisions.decide(written, new AlertCommand.Approve(own, Set.of()), NOW))
          .isEqualTo(new AlertDecided.Refused(Refusal.SAME_PERSON));
    }
  }

  @Test
  @Proves(4)
  void endIsSaidInTheLanguagesOfAllEditionsAndAsTheNewestHasIt() {
    PreviewDocument all = PreviewSamples.document(2, 30, false);
    var serbianOnly =
        new PreviewDocument(
            all.alert(),
            2,
            all.caseId(),
            7,
            "rs",
            false,
            all.audience(),
            all.vocabulary(),
            all.rule(),
            all.addressees(),
            all.until(),
            all.authority(),
            Map.of("sr", PreviewSamples.part("newest")),
            List.of());
    var update =
        Proposal.by(Samples.AUTHOR, PreviewSamples.wish(), PreviewSamples.preview(serbianOnly));
    Alert updating = becomes(Samples.active(), new AlertCommand.Propose(update));
    Alert second = becomes(updating, new AlertCommand.Approve(Samples.approval(update), Set.of()));

    var over = (Alert.Over) becomes(second, new AlertCommand.Cancel());

    assertThat(over.ends())
        .isEqualTo(
            Map.of(
                "en", PreviewSamples.part("en").end(), "sr", PreviewSamples.part("newest").end()));
  }

  private static Alert becomes(Alert alert, AlertCommand command) {
    return ((AlertDecided.Becomes) AlertDecisions.decide(alert, command, NOW)).alert();
  }

  @Test
  @Proves({3, 4})
  void takingAChildAwayVoidsNothingAndGoesOutWithoutItsWordsAndTheAuthors() {
    var first =
        (AlertDecided.Becomes)
            AlertDecisions.decide(
                Samples.updating(), new AlertCommand.Withdraw(PreviewSamples.BOY), NOW);
    var active = (Alert.Active) first.alert();

    assertThat(active.issue().order()).isEqualTo(Samples.active().issue().order());
    assertThat(active.next()).isEqualTo(Samples.updating().next());
    assertThat(active.issue().edition()).as("whoever has its part must hear").isEqualTo(2);
    assertThat(PreviewSamples.part("en").text(Set.of())).doesNotContain("takes the place");
    assertThat(PreviewSamples.part("en").text(active.issue().withdrawn()))
        .contains("Gordana", "Novi Sad", "takes the place")
        .doesNotContain("Bojan");
    var last =
        (AlertDecided.Becomes)
            AlertDecisions.decide(active, new AlertCommand.Withdraw(PreviewSamples.GIRL), NOW);
    assertThat(last.alert())
        .isInstanceOfSatisfying(
            Alert.Over.class, over -> assertThat(over.how()).isEqualTo(Ending.ENDED));
  }

  @Test
  void whoWasTakenOutDoesNotComeBackByAnUpdate() {
    var without =
        (Alert.Active)
            ((AlertDecided.Becomes)
                    AlertDecisions.decide(
                        Samples.updating(), new AlertCommand.Withdraw(PreviewSamples.BOY), NOW))
                .alert();

    var second =
        (AlertDecided.Becomes)
            AlertDecisions.decide(
                without, new AlertCommand.Approve(Samples.approval(without.next()), Set.of()), NOW);

    Issue issue = ((Alert.Active) second.alert()).issue();
    assertThat(issue.edition()).isEqualTo(3);
    assertThat(issue.withdrawn()).containsExactly(PreviewSamples.BOY);
  }
}
