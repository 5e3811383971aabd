package org.homeward.intake.cases.reports;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.frame.web.Fields;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.drafts.FileDraft;
import org.homeward.intake.drafts.HttpDrafts;
import org.homeward.intake.drafts.LookAtDraft;
import org.jspecify.annotations.Nullable;

/** Files the draft that a report names; a report without a draft passes through unchanged. */
final class HttpFiling {

  private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
  private static final Pattern TAG = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

  private final FileDraft fileDraft;
  private final LookAtDraft lookAtDraft;

  HttpFiling(FileDraft fileDraft, LookAtDraft lookAtDraft) {
    this.fileDraft = fileDraft;
    this.lookAtDraft = lookAtDraft;
  }

  /**
   * The fields of a report that name its draft.
   *
   * @param draft null for none
   * @param version of the draft from which the report was made; empty when not stated
   */
  record Named(@Nullable String draft, OptionalLong version) {}

  /** The draft that a report names. */
  static Named draft(Fields fields) {
    String draft = fields.text("draft", ID);
    String tag = fields.text("draftSeen", TAG);
    return new Named(draft, tag == null ? OptionalLong.empty() : version(tag));
  }

  private static OptionalLong version(String tag) {
    var form = TAG.matcher(tag);
    return form.matches()
        ? OptionalLong.of(Long.parseLong(form.group(1)))
        : OptionalLong.empty(); // is refused already
  }

  /** The draft as this person finds it; empty when the report names none. */
  Optional<LookAtDraft.SeenDraft> look(Named named, Viewer viewer) {
    return named.draft() == null
        ? Optional.empty()
        : Optional.of(HttpDrafts.found(lookAtDraft.at(named.draft(), viewer)));
  }

  /**
   * @param open opens the case, kept from these people too
   */
  WriteOutcome.OfCreating<KeptCase, String> opened(
      Optional<LookAtDraft.SeenDraft> draft,
      FileDraft.Request request,
      Function<Set<String>, WriteOutcome.OfCreating<KeptCase, String>> open) {
    return draft.isEmpty()
        ? open.apply(Set.of())
        : HttpDrafts.filed(fileDraft.file(draft.get(), request, open, HttpFiling::caseOf));
  }

  /**
   * @param join joins the case, which is to be kept from these people too
   */
  WriteOutcome.OfChanging<KeptCase, ChangeCase.Joined> joined(
      Optional<LookAtDraft.SeenDraft> draft,
      FileDraft.Request request,
      Function<Set<String>, WriteOutcome.OfChanging<KeptCase, ChangeCase.Joined>> join) {
    return draft.isEmpty()
        ? join.apply(Set.of())
        : HttpDrafts.filed(fileDraft.file(draft.get(), request, join, HttpFiling::caseOf));
  }

  private static Optional<String> caseOf(WriteOutcome.OfCreating<KeptCase, String> outcome) {
    return switch (outcome) {
      case WriteOutcome.Written(var now, _) -> Optional.of(now.id());
      case WriteOutcome.Repeated(var now, _) -> Optional.of(now.id());
      case WriteOutcome.KeyReused() -> Optional.empty();
    };
  }

  private static Optional<String> caseOf(
      WriteOutcome.OfChanging<KeptCase, ChangeCase.Joined> outcome) {
    return switch (outcome) {
      case WriteOutcome.Written(var now, var joined) -> taken(now.id(), joined);
      case WriteOutcome.Kept(var now, var joined) -> taken(now.id(), joined);
      case WriteOutcome.Absent() -> Optional.empty();
    };
  }

  private static Optional<String> taken(String id, ChangeCase.Joined joined) {
    return joined instanceof ChangeCase.Joined.Taken ? Optional.of(id) : Optional.empty();
  }
}
