package org.homeward.alert.police.feed;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.homeward.alert.police.notices.PoliceNotice;
import org.homeward.alert.references.CodeOfCase;
import org.homeward.alert.sight.SeenCase;
import org.homeward.durable.document.GuardedDocuments;

/** Names the notice of a case as police do, so that both say the same on the telephone. */
final class NameNoticeOfCase implements CodeOfCase {

  private final References references;
  private final UnaryOperator<String> noticeOf;
  private final GuardedDocuments<PoliceNotice> notices;

  /**
   * @param noticeOf the id that a case's notice has, or would have
   */
  NameNoticeOfCase(
      References references,
      UnaryOperator<String> noticeOf,
      GuardedDocuments<PoliceNotice> notices) {
    this.references = references;
    this.noticeOf = noticeOf;
    this.notices = notices;
  }

  /** A notice gets its name when it is first asked for; one that is not there gets none. */
  @Override
  public Optional<String> of(SeenCase seen) {
    String notice = noticeOf.apply(seen.caseId());
    return notices.excerpts().source(notice).map(_ -> references.of(List.of(notice)).get(notice));
  }
}
