package org.homeward.alert.police.feed;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.alert.police.desks.Reader;
import org.homeward.alert.police.documents.FeedItem;
import org.homeward.alert.police.notices.PoliceNotice;
import org.homeward.durable.document.Guarded;
import org.homeward.schema.disclosure.DisclosedSubject;
import org.homeward.schema.disclosure.Disclosure;
import org.homeward.schema.disclosure.Disclosures;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.disclosure.Recipient;
import org.homeward.schema.disclosure.Subject;
import org.homeward.schema.facts.Audience;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.Says;

/** Discloses notices to a desk: one recorded disclosure for all notices of one answer. */
final class DiscloseNotices {

  private final Disclosures disclosures;
  private final Disclosures ends;
  private final References references;
  private final String node;

  /**
   * @param ends for notices without facts: no missing key withholds that a search has ended
   */
  DiscloseNotices(Disclosures disclosures, Disclosures ends, References references, String node) {
    this.disclosures = disclosures;
    this.ends = ends;
    this.references = references;
    this.node = node;
  }

  /** The items that may be told, by notice; empty when the look could not be recorded. */
  Optional<Map<String, FeedItem>> to(Reader reader, List<Guarded<PoliceNotice>> notices) {
    if (notices.isEmpty()) {
      return Optional.of(Map.of());
    }
    var recipient =
        new Recipient(
            "police",
            reader.country(),
            node,
            reader.desk(),
            reader.person(), // upholds 10
            reader.exercise());
    boolean search = notices.stream().anyMatch(DiscloseNotices::isActive);
    Disclosure disclosure =
        (search ? disclosures : ends) // upholds 4
            .of(
                notices.stream().map(DiscloseNotices::subject).toList(),
                Audience.POLICE,
                recipient,
                Purpose.POLICE_SEARCH,
                Basis.LEGAL_DUTY);
    return switch (disclosure) {
      case Disclosure.Withheld(Disclosure.Reason reason)
          when reason == Disclosure.Reason.AUDIT_UNAVAILABLE ->
          Optional.empty();
      case Disclosure.Withheld _ -> Optional.of(Map.of());
      case Disclosure.Disclosed(List<DisclosedSubject> told, var _) ->
          Optional.of(items(notices, told));
    };
  }

  static boolean isActive(Guarded<PoliceNotice> notice) {
    return notice.state() instanceof PoliceNotice.Active;
  }

  private Map<String, FeedItem> items(
      List<Guarded<PoliceNotice>> notices, List<DisclosedSubject> told) {
    Map<String, DisclosedSubject> byId = new HashMap<>();
    told.forEach(subject -> byId.put(subject.id(), subject));
    Map<String, String> named = references.of(byId.keySet());
    Map<String, FeedItem> items = new HashMap<>();
    for (Guarded<PoliceNotice> notice : notices) {
      DisclosedSubject disclosed = byId.get(notice.id());
      if (disclosed == null) continue; // upholds 6
      items.put(notice.id(), item(notice, disclosed, requireNonNull(named.get(notice.id()))));
    }
    return items;
  }

  /** Ended and erased notices have no facts left; their disclosure is whether they exist. */
  private static Subject subject(Guarded<PoliceNotice> notice) {
    PoliceNotice state = notice.state();
    Says facts = state instanceof PoliceNotice.Active active ? active.facts() : Says.EMPTY;
    return new Subject(
        notice.id(), "police-notice", state.home(), state.exercise(), state.notTo(), facts);
  }

  /** Every item has its id from the disclosure; a withheld notice has no item. */
  private static FeedItem item(
      Guarded<PoliceNotice> notice, DisclosedSubject told, String reference) {
    return switch (notice.state()) {
      case PoliceNotice.Active active ->
          new FeedItem.Active(
              told.id(),
              reference,
              active.edition(),
              active.exercise(),
              active.updated(),
              active.desk(),
              active.children(),
              told,
              active.withheld(),
              active.changed());
      case PoliceNotice.Ended ended ->
          new FeedItem.Ended(
              told.id(),
              reference,
              ended.edition(),
              ended.exercise(),
              ended.updated(),
              ended.outcome(),
              ended.earlier());
      case PoliceNotice.Erased stone ->
          new FeedItem.Erased(
              told.id(),
              reference,
              stone.edition(),
              stone.exercise(),
              stone.updated(),
              stone.month());
    };
  }
}
