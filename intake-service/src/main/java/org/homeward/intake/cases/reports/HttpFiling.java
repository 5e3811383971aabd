package org.homeward.intake.cases.reports;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.homeward.durable.document.Command;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.frame.web.Fields;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.drafts.FileDraft;
import org.homeward.intake.drafts.HttpDrafts;
import org.jspecify.annotations.Nullable;

/** A report that names its draft files it; the draft ends with it. */
final class HttpFiling {

  private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

  private final FileDraft fileDraft;

  HttpFiling(FileDraft fileDraft) {
    this.fileDraft = fileDraft;
  }

  /** The draft that a report names; null for none. */
  static @Nullable String draft(Fields fields) {
    return fields.text("draft", ID);
  }

  WriteOutcome.OfCreating<KeptCase, String> opened(
      @Nullable String draft,
      Command command,
      String by,
      Supplier<WriteOutcome.OfCreating<KeptCase, String>> open) {
    return draft == null
        ? open.get()
        : HttpDrafts.filed(fileDraft.file(draft, command, null, by, open, HttpFiling::caseOf));
  }

  WriteOutcome.OfChanging<KeptCase, ChangeCase.Joined> joined(
      @Nullable String draft,
      Command command,
      String caseId,
      String by,
      Supplier<WriteOutcome.OfChanging<KeptCase, ChangeCase.Joined>> join) {
    return draft == null
        ? join.get()
        : HttpDrafts.filed(fileDraft.file(draft, command, caseId, by, join, HttpFiling::caseOf));
  }

  private static Optional<String> caseOf(WriteOutcome.OfCreating<KeptCase, String> outcome) {
    return switch (outcome) {
      case WriteOutcome.Written<KeptCase, String>(var now, var _) -> Optional.of(now.id());
      case WriteOutcome.Repeated<KeptCase, String>(var now, var _) -> Optional.of(now.id());
      case WriteOutcome.KeyReused<KeptCase, String>() -> Optional.empty();
    };
  }

  private static Optional<String> caseOf(
      WriteOutcome.OfChanging<KeptCase, ChangeCase.Joined> outcome) {
    return switch (outcome) {
      case WriteOutcome.Written<KeptCase, ChangeCase.Joined>(var now, var joined) ->
          taken(now.id(), joined);
      case WriteOutcome.Kept<KeptCase, ChangeCase.Joined>(var now, var joined) ->
          taken(now.id(), joined);
      case WriteOutcome.Absent<KeptCase, ChangeCase.Joined>() -> Optional.empty();
    };
  }

  private static Optional<String> taken(String id, ChangeCase.Joined joined) {
    return joined instanceof ChangeCase.Joined.Taken ? Optional.of(id) : Optional.empty();
  }
}
