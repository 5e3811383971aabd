package org.homeward.alert.orders.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.alert.orders.preview.PreviewSamples;
import org.homeward.testkit.DecisionTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every command against every state. */
class AlertDecisionTableTest {

  private static final Path TABLE = Path.of("../docs/alert-decisions.md");
  private static final String INTRODUCTION =
      """
      # How a command changes an alert

      `AlertDecisionTableTest` generates this from `AlertDecisions.decide`. Each combination of state and command
      stands in exactly one row. *unchanged*: nothing is written. *as before*: the alert keeps its state, and its
      content, its stops or its withdrawn children are written. VOID is FROZEN with a void approval: when nothing else
      holds it, it waits for an update and its approval.
      """;
  private static final Instant NOW = PreviewSamples.NOW.plusSeconds(60);

  private static Map<String, Alert> states() {
    Map<String, Alert> states = new LinkedHashMap<>();
    states.put("DRAFT", AlertSamples.draft());
    states.put("RETURNED", AlertSamples.returned());
    states.put("ACTIVE", AlertSamples.active());
    states.put("ACTIVE with update", AlertSamples.updating());
    states.put("FROZEN", AlertSamples.frozen());
    states.put("ACTIVE with one child", AlertSamples.activeWithoutTheBoy());
    states.put("FROZEN with one child", AlertSamples.frozenWithoutTheBoy());
    states.put("VOID", AlertSamples.lifted(null));
    states.put("VOID with update", AlertSamples.lifted(AlertSamples.proposal(2)));
    states.put("CANCELLED", AlertSamples.over(Alert.Ending.CANCELLED));
    states.put("EXPIRED", AlertSamples.over(Alert.Ending.EXPIRED));
    states.put("ENDED", AlertSamples.over(Alert.Ending.ENDED));
    states.put("ENDED before erasure", AlertSamples.erasing());
    states.put("ERASED", AlertSamples.erased());
    return states;
  }

  private static Map<String, AlertCommand> commands(Alert alert) {
    Map<String, AlertCommand> commands = new LinkedHashMap<>();
    commands.put("amend", new AlertCommand.Amend(AlertSamples.proposal(1)));
    commands.put("propose an update", new AlertCommand.Propose(AlertSamples.proposal(2)));
    commands.put("approve", new AlertCommand.Approve(AlertSamples.approval(alert), Set.of()));
    commands.put("return", AlertSamples.returning(alert));
    commands.put("withdraw one of two", AlertCommand.Withdraw.of(PreviewSamples.BOY));
    commands.put("withdraw the other one", AlertCommand.Withdraw.of(PreviewSamples.GIRL));
    commands.put(
        "an operator withdraws the other one",
        new AlertCommand.Withdraw(PreviewSamples.GIRL, AlertCommand.Last.STAYS));
    commands.put(
        "withdraw the other one as the wrong child",
        new AlertCommand.Withdraw(PreviewSamples.GIRL, AlertCommand.Last.WAS_WRONG));
    commands.put("a stop is set", new AlertCommand.Obstruct(Set.of(Hold.NODE_STOPPED), 0));
    commands.put("no stop is left", new AlertCommand.Obstruct(Set.of(), 0));
    commands.put("case frozen", new AlertCommand.Obstruct(Set.of(Hold.CASE_FROZEN), 0));
    commands.put("case frozen and lifted", new AlertCommand.Obstruct(Set.of(), 8));
    commands.put(
        "its approver is excluded", new AlertCommand.Obstruct(Set.of(Hold.APPROVAL_VOID), 0));
    commands.put("cancel", new AlertCommand.Cancel(false));
    commands.put("cancel as the wrong child", new AlertCommand.Cancel(true));
    commands.put("case ended", new AlertCommand.End());
    commands.put("its expiry", new AlertCommand.Expire());
    commands.put("24 h after the end", new AlertCommand.Spend());
    commands.put("case erased", new AlertCommand.Erase());
    commands.put("all ends are delivered", new AlertCommand.Bury());
    return commands;
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
        .isEqualTo(states().size() * commands(AlertSamples.draft()).size());
    String table = INTRODUCTION + "\n" + decisions.markdown();
    Files.writeString(Path.of("target/alert-decisions.md"), table);

    assertThat(Files.readString(TABLE))
        .as("copy target/alert-decisions.md when the change is wanted")
        .isEqualTo(table);
  }

  private static List<String> outcome(String was, AlertDecision decided) {
    return switch (decided) {
      case AlertDecision.Same _ -> List.of("unchanged", "nothing");
      case AlertDecision.Refused(AlertRefusal why) -> List.of("refused: " + why, "nothing");
      case AlertDecision.Becomes(Alert alert, var change) ->
          List.of(shown(was, state(alert)), change == null ? "nothing" : change.text());
    };
  }

  private static String shown(String was, String now) {
    return now.equals(was) || now.startsWith(was + ",")
        ? "as before" + now.substring(was.length())
        : now;
  }

  private static String state(Alert alert) {
    return switch (alert) {
      case Alert.Draft draft -> draft.proposal().waits() ? "DRAFT" : "RETURNED";
      case Alert.Active active ->
          "ACTIVE, edition " + active.issue().edition() + next(" + ", active.next());
      case Alert.Frozen frozen ->
          (frozen.holds().contains(Hold.APPROVAL_VOID) ? "VOID" : "FROZEN")
              + next(" with ", frozen.next());
      case Alert.Over over ->
          over.how()
              + (over.preview() == null ? ", without texts" : "")
              + (over.erase() ? ", to be erased" : "");
      case Alert.Erased _ -> "ERASED";
    };
  }

  private static String next(String and, @Nullable Proposal next) {
    return next == null ? "" : and + (next.waits() ? "update" : "returned update");
  }
}
