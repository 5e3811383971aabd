package org.homeward.intake.endings;

import java.util.Arrays;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.durable.recovery.Replay;
import org.homeward.intake.cases.CaseCommand;
import org.homeward.intake.cases.CaseDecision;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.rulings.EraseReason;
import org.homeward.schema.people.Verification;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/**
 * Applies freezes, ends and erasures again that an earlier copy does not know. Freezes have
 * numbers, and nothing else of it can be undone, so that it needs no look at versions. A lift is
 * not done again: a copy that does not know of it stays frozen until two persons lift it there.
 */
final class ReplayCaseEnds implements Replay {

  private final ChangeCase changeCase;

  ReplayCaseEnds(ChangeCase changeCase) {
    this.changeCase = changeCase;
  }

  @Override
  public Replayed replay(EndsLine line) {
    CaseCommand wish = wish(line);
    if (wish == null || !line.kind().equals("case")) {
      return Replayed.MISSING;
    }
    String name = line.subject() + "/" + line.version() + "/" + line.what();
    var command = new Command("restore/" + name, "");
    return switch (changeCase.again(line.id(), command, wish)) {
      case WriteOutcome.Written<KeptCase, CaseDecision> _ -> Replayed.DONE;
      case WriteOutcome.Kept(_, CaseDecision.Refused(var why, var _)) ->
          why.endStands() ? Replayed.KNOWN : Replayed.MISSING;
      case WriteOutcome.Kept<KeptCase, CaseDecision> _ -> Replayed.KNOWN;
      case WriteOutcome.Absent<KeptCase, CaseDecision> _ -> Replayed.MISSING;
    };
  }

  private static @Nullable CaseCommand wish(EndsLine line) {
    String child = line.codes().getOrDefault(CaseEnds.CHILD, "");
    return switch (line.what()) {
      case CaseEnds.FREEZE -> new CaseCommand.FreezeAll(freeze(line));
      case CaseEnds.LOCATED -> new CaseCommand.Locate(child, freeze(line));
      case CaseEnds.END -> {
        var outcome =
            Code.read(
                org.homeward.schema.people.Outcome.class,
                line.codes().getOrDefault(CaseEnds.OUTCOME, ""));
        var verifiedBy =
            Code.read(Verification.class, line.codes().getOrDefault(CaseEnds.VERIFIED_BY, ""));
        yield CaseCommand.End.again(child, outcome.value(), verifiedBy.value());
      }
      case CaseEnds.ERASE -> erase(line.codes().getOrDefault(CaseEnds.REASON, ""));
      default -> null;
    };
  }

  /** A freeze that two persons have lifted stays lifted; an earlier build gave no number. */
  private static int freeze(EndsLine line) {
    String number = line.codes().getOrDefault(CaseEnds.NUMBER, "");
    return number.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(number) : CaseCommand.FreezeAll.NEW;
  }

  /** Nothing for a reason that only a newer release knows: a person has to see to it. */
  private static @Nullable CaseCommand erase(String reason) {
    return Arrays.stream(EraseReason.values())
        .filter(known -> known.name().equals(reason))
        .findFirst()
        .map(CaseCommand.EraseAgain::new)
        .orElse(null);
  }
}
