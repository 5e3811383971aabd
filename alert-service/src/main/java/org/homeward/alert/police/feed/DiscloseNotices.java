package org.homeward.alert.police.feed;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.alert.police.desks.KnownDesk;
import org.homeward.alert.police.formats.FeedItem;
import org.homeward.alert.police.notices.NoticeChange;
import org.homeward.alert.police.notices.PoliceNotice;
import org.homeward.alert.police.notices.Withdrawal;
import org.homeward.durable.document.Guarded;
import org.homeward.schema.disclosure.DisclosedSubject;
import org.homeward.schema.disclosure.Disclosure;
import org.homeward.schema.disclosure.Disclosures;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.disclosure.Recipient;
import org.homeward.schema.disclosure.Subject;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.Says;
import org.homeward.schema.values.Audience;

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

  /** A notice as it stands for a desk; empty when the desk must not learn that there is one. */
  Optional<ForDesk> forDesk(KnownDesk reader, Guarded<PoliceNotice> notice) {
    PoliceNotice state = notice.state();
    boolean allowed =
        disclosures.mayKnowOf(
            subject(new ForDesk.Told(notice)),
            recipient(reader),
            Purpose.POLICE_SEARCH,
            Basis.LEGAL_DUTY);
    boolean told = allowed && state.isFor(reader.desk(), reader.jurisdiction());
    if (!told) return withdrawn(reader, notice); // upholds 6
    return Optional.of(new ForDesk.Told(notice));
  }

  private static Optional<ForDesk> withdrawn(KnownDesk reader, Guarded<PoliceNotice> notice) {
    Map<String, Withdrawal> withdrawn = notice.state().withdrawn();
    return Optional.ofNullable(reader.person())
        .map(person -> Withdrawal.from(reader.desk(), person))
        .flatMap(name -> Optional.ofNullable(withdrawn.get(name)))
        .or(() -> Optional.ofNullable(withdrawn.get(reader.desk())))
        .map(withdrawal -> new ForDesk.Withdrawn(notice, withdrawal));
  }

  /** Records that a desk asked for a notice and learned of none. */
  void nothing(KnownDesk reader, String id) {
    Disclosure.Withheld _ =
        ends.ofNothing(id, recipient(reader), Purpose.POLICE_SEARCH, Basis.LEGAL_DUTY);
  }

  /** The items that may be told, by notice; empty when the look could not be recorded. */
  Optional<Map<String, FeedItem>> to(KnownDesk reader, Collection<ForDesk> notices) {
    if (notices.isEmpty()) {
      return Optional.of(Map.of());
    }
    Recipient recipient = recipient(reader);
    Disclosures by = disclosures;
    if (notices.stream().noneMatch(ForDesk::isActive)) by = ends; // upholds 4
    Disclosure disclosure =
        by.of(
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
          Optional.of(items(reader, notices, told));
    };
  }

  /** Whether a photo of a notice may be shown; empty when the look could not be recorded. */
  Optional<Boolean> photo(KnownDesk reader, ForDesk notice, String link) {
    PoliceNotice state = notice.notice().state();
    var photo =
        new Subject(link, "photo", state.home(), state.exercise(), state.notTo(), Says.EMPTY);
    return switch (disclosures.of(
        List.of(subject(notice), photo),
        Audience.POLICE,
        recipient(reader),
        Purpose.POLICE_SEARCH,
        Basis.LEGAL_DUTY)) {
      case Disclosure.Withheld(Disclosure.Reason reason)
          when reason == Disclosure.Reason.AUDIT_UNAVAILABLE ->
          Optional.empty();
      case Disclosure.Withheld _ -> Optional.of(false);
      case Disclosure.Disclosed(List<DisclosedSubject> told, var _) ->
          Optional.of(told.stream().anyMatch(subject -> subject.id().equals(link)));
    };
  }

  private Recipient recipient(KnownDesk reader) {
    return new Recipient(
        "police", reader.country(), node, reader.desk(), reader.person(), reader.exercise());
  }

  private Map<String, FeedItem> items(
      KnownDesk reader, Collection<ForDesk> notices, List<DisclosedSubject> told) {
    Map<String, DisclosedSubject> byId = new HashMap<>();
    told.forEach(subject -> byId.put(subject.id(), subject));
    Map<String, String> named = references.of(byId.keySet());
    Map<String, FeedItem> items = new HashMap<>();
    for (ForDesk notice : notices) {
      String id = notice.notice().id();
      DisclosedSubject disclosed = byId.get(id);
      if (disclosed == null) continue; // upholds 6
      String reference = requireNonNull(named.get(id));
      items.put(
          id,
          switch (notice) {
            case ForDesk.Told(Guarded<PoliceNotice> its) -> item(its, disclosed, reference, reader);
            case ForDesk.Withdrawn(var _, Withdrawal taken) ->
                new FeedItem.Withdrawn(
                    disclosed.id(),
                    reference,
                    taken.edition(),
                    disclosed.exercise(),
                    taken.at(),
                    taken.earlier());
          });
    }
    return items;
  }

  /**
   * Ended and erased notices have no facts left; their disclosure is whether they exist. The same
   * is true of a withdrawal, which is for the desk that {@code notTo} excludes.
   */
  private static Subject subject(ForDesk notice) {
    PoliceNotice state = notice.notice().state();
    Says facts = notice.isActive() ? ((PoliceNotice.Active) state).facts() : Says.EMPTY;
    Set<String> notTo = notice instanceof ForDesk.Told ? state.notTo() : Set.of();
    return new Subject(
        notice.notice().id(), "police-notice", state.home(), state.exercise(), notTo, facts);
  }

  /** A desk does not learn what stood there before it read anything. */
  private static List<NoticeChange> changes(PoliceNotice.Active notice, KnownDesk reader) {
    return notice.changed().stream()
        .map(each -> each.at().isAfter(reader.since()) ? each : each.withoutValues()) // upholds 6
        .toList();
  }

  /** Every item has its id from the disclosure; a withheld notice has no item. */
  private static FeedItem item(
      Guarded<PoliceNotice> notice, DisclosedSubject told, String reference, KnownDesk reader) {
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
              active.toldByPhone(),
              changes(active, reader),
              active.acknowledged().get(reader.desk()),
              active.photos(),
              active.kind());
      case PoliceNotice.Ended ended ->
          new FeedItem.Ended(
              told.id(),
              reference,
              ended.edition(),
              ended.exercise(),
              ended.updated(),
              ended.outcome(),
              ended.end(),
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
