package org.homeward.alert.police.feed;

import java.util.Optional;
import java.util.function.LongFunction;
import org.homeward.alert.police.notices.PoliceNotice;
import org.homeward.alert.references.CaseOfCode;
import org.homeward.durable.document.GuardedDocuments;

/** Finds the case of a notice by the name that police read out. */
final class FindNotice implements CaseOfCode {

  private static final long NO_NUMBER = -1;
  private static final String NO_NOTICE = "";
  private static final String CASE = "case/";

  private final References references;
  private final LongFunction<Optional<String>> noticeOf;
  private final GuardedDocuments<PoliceNotice> notices;

  /**
   * @param noticeOf the notice that has a number
   */
  FindNotice(
      References references,
      LongFunction<Optional<String>> noticeOf,
      GuardedDocuments<PoliceNotice> notices) {
    this.references = references;
    this.noticeOf = noticeOf;
    this.notices = notices;
  }

  /** A notice is made of a case, which stands in its source. */
  @Override
  public Optional<String> find(String code) {
    long number = references.number(code).orElse(NO_NUMBER);
    String notice = noticeOf.apply(number).orElse(NO_NOTICE);
    return notices
        .excerpts()
        .source(notice)
        .filter(source -> source.startsWith(CASE))
        .map(source -> source.substring(CASE.length()));
  }
}
