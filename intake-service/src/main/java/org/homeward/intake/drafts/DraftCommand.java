package org.homeward.intake.drafts;

import java.time.Duration;
import java.util.OptionalLong;
import org.homeward.durable.command.Command;

/** A change that a person or the time makes to a draft. */
sealed interface DraftCommand {

  record Save(Draft.Words words, String by) implements DraftCommand {}

  /** Only a person does this. */
  record Discard() implements DraftCommand {}

  /** It was discarded before, or its case was erased: whoever files it in this copy. */
  record DiscardAgain() implements DraftCommand {}

  /**
   * @param exercise whether the report is one of an exercise
   * @param seen the version whose words the report has; empty when the caller does not say
   */
  record BeginFiling(Filing filing, boolean exercise, OptionalLong seen) implements DraftCommand {}

  /** The report is in this case. */
  record EndFiling(Command command, String caseId) implements DraftCommand {}

  /** No report came of it. */
  record GiveUpFiling(Command command) implements DraftCommand {}

  record RingIfDue() implements DraftCommand {}

  /** Nobody has saved it for so long. */
  record ExpireIfDue(Duration kept) implements DraftCommand {}
}
