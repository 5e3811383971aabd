package org.homeward.alert.police.notices;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.schema.disclosure.DeskAddress;
import org.homeward.schema.disclosure.WithheldClass;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.facts.Category;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.ChildStatus;
import org.homeward.schema.people.Outcome;
import org.homeward.schema.snapshots.NoticeEnd;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/**
 * A case as the police see it. It does not hold the id of the case: that stands in the source the
 * document was made from.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PoliceNotice.Active.class, name = "ACTIVE"),
  @JsonSubTypes.Type(value = PoliceNotice.Ended.class, name = "ENDED"),
  @JsonSubTypes.Type(value = PoliceNotice.Erased.class, name = "ERASED")
})
public sealed interface PoliceNotice {

  /** Slug of the node that owns the case. */
  String home();

  boolean exercise();

  /** Desks and others that must not learn of it, as {@code desk:…}. */
  Set<String> notTo();

  /** Its readers; null of an earlier version's notice and of a tombstone, which all desks read. */
  @Nullable DeskAddress address();

  /** By the name of each desk or person that had it and must not learn of it any more. */
  Map<String, Withdrawal> withdrawn();

  /** Counts what the police were told of it, from 1; silent changes do not show in it. */
  int edition();

  /** When what the police see of it changed last. */
  Instant updated();

  /** Whether it is for this desk; {@code notTo} may still exclude it. */
  default boolean isFor(String desk, Set<String> jurisdiction) {
    DeskAddress readers = address();
    return readers == null || readers.names(desk, jurisdiction);
  }

  /**
   * A search is on.
   *
   * @param desk the desk that was named when the newest report was released
   * @param children state by child id
   * @param facts what the police may read of the released reports; of an ended child nothing
   * @param withheld sorts of facts that were stated and are not for the police
   * @param toldByPhone calls about other reports, the newest first
   * @param changed what was new when, newest first
   * @param acknowledged by desk, what it said last
   * @param unansweredSince when it rang, because no desk had it in hand; null while it is quiet
   * @param photos those that police may have, of children whose search goes on
   * @param kind what the case is about; null for a search
   */
  record Active(
      String home,
      boolean exercise,
      @Nullable String desk,
      Set<String> notTo,
      Map<String, ChildStatus> children,
      Says facts,
      Set<WithheldClass> withheld,
      List<ToldByPhone> toldByPhone,
      int edition,
      Instant updated,
      List<NoticeChange> changed,
      @Nullable DeskAddress address,
      Map<String, Withdrawal> withdrawn,
      Map<String, Acknowledgement> acknowledged,
      @Nullable Instant unansweredSince,
      List<NoticePhoto> photos,
      @Nullable Code<CaseKind> kind)
      implements PoliceNotice {

    /** Of a search. */
    public Active(
        String home,
        boolean exercise,
        @Nullable String desk,
        Set<String> notTo,
        Map<String, ChildStatus> children,
        Says facts,
        Set<WithheldClass> withheld,
        List<ToldByPhone> toldByPhone,
        int edition,
        Instant updated,
        List<NoticeChange> changed,
        @Nullable DeskAddress address,
        Map<String, Withdrawal> withdrawn,
        Map<String, Acknowledgement> acknowledged,
        @Nullable Instant unansweredSince,
        List<NoticePhoto> photos) {
      this(
          home,
          exercise,
          desk,
          notTo,
          children,
          facts,
          withheld,
          toldByPhone,
          edition,
          updated,
          changed,
          address,
          withdrawn,
          acknowledged,
          unansweredSince,
          photos,
          null);
    }

    public Active {
      requireNonNull(home, "home");
      requireNonNull(updated, "updated");
      notTo = notTo == null ? Set.of() : Set.copyOf(notTo);
      children = copy(children);
      facts = facts == null ? Says.EMPTY : facts;
      withheld = withheld == null ? Set.of() : Set.copyOf(withheld);
      toldByPhone = toldByPhone == null ? List.of() : List.copyOf(toldByPhone);
      changed = changed == null ? List.of() : List.copyOf(changed);
      withdrawn = withdrawn == null ? Map.of() : Map.copyOf(withdrawn);
      acknowledged = acknowledged == null ? Map.of() : Map.copyOf(acknowledged);
      photos = photos == null ? List.of() : List.copyOf(photos);
    }

    /** The photo with this link; empty when police may not have it (any more). */
    public Optional<NoticePhoto> photo(String link) {
      return photos.stream().filter(photo -> photo.id().equals(link)).findFirst();
    }

    /** Whether a desk should have it in hand within the time, and none has. */
    boolean waitsForDesk() {
      return isUrgent(facts) && acknowledged.values().stream().noneMatch(Acknowledgement::isAnswer);
    }

    /** Until somebody has judged the risk, a child whom a stranger took is in danger. */
    private static boolean isUrgent(Says facts) {
      return facts.risk() == null
          ? facts.category() != null && facts.category().is(Category.THIRD_PARTY_ABDUCTION)
          : facts.risk().level().is(RiskLevel.HIGH);
    }

    /** As a desk has answered it; it rings no more once a desk has it in hand. */
    Active acknowledged(String by, Acknowledgement said) {
      Map<String, Acknowledgement> all = new TreeMap<>(acknowledged);
      all.put(by, said);
      return answering(all, unansweredSince);
    }

    /** As if this desk had never answered. */
    Active withoutWordOf(String gone) {
      Map<String, Acknowledgement> all = new TreeMap<>(acknowledged);
      all.remove(gone);
      return answering(all, unansweredSince);
    }

    /**
     * The same for those that may still know of it; who answered before it was urgent, or before
     * the child was missing, did not.
     */
    Active goingOn(Active before) {
      Map<String, Acknowledgement> all = new TreeMap<>(before.acknowledged);
      all.keySet().removeAll(withdrawn.keySet());
      boolean goesMissing = isSearch() && !before.isSearch();
      boolean rises = isUrgent(facts) && (goesMissing || !isUrgent(before.facts));
      if (rises) all.values().removeIf(Acknowledgement::isAnswer); // upholds 11
      // It may have rung for the threat; for the search it rings anew.
      Instant since = before.unansweredSince;
      if (goesMissing) since = null; // upholds 11
      return answering(all, since);
    }

    private boolean isSearch() {
      return kind == null || kind.is(CaseKind.MISSING);
    }

    /** It rings from now on. */
    Active unanswered(Instant since) {
      return answering(acknowledged, since);
    }

    private Active answering(Map<String, Acknowledgement> all, @Nullable Instant since) {
      Active next =
          new Active(
              home,
              exercise,
              desk,
              notTo,
              children,
              facts,
              withheld,
              toldByPhone,
              edition,
              updated,
              changed,
              address,
              withdrawn,
              all,
              since,
              photos,
              kind);
      return since == null || next.waitsForDesk() ? next : next.answering(all, null);
    }

    Active changed(Instant at, List<NoticeChange> all) {
      return like(edition + 1, at, all, address);
    }

    /** The same for these readers; one who comes new does not learn what stood there before. */
    Active addressedTo(DeskAddress other) {
      Active next = like(edition, updated, changed, other);
      next = next.withoutOldValues(); // upholds 6
      return next;
    }

    /** The same, whose changes do not say what they replaced. */
    Active withoutOldValues() {
      return like(
          edition, updated, changed.stream().map(NoticeChange::withoutValues).toList(), address);
    }

    /** Whether a desk or a person may read it who could not read it as it was. */
    boolean mayHaveNewReaders(Active before) {
      return !Objects.equals(address, before.address) || !notTo.containsAll(before.notTo);
    }

    private Active like(
        int nowEdition, Instant at, List<NoticeChange> all, @Nullable DeskAddress nowAddress) {
      return new Active(
          home,
          exercise,
          desk,
          notTo,
          children,
          facts,
          withheld,
          toldByPhone,
          nowEdition,
          at,
          all,
          nowAddress,
          withdrawn,
          acknowledged,
          unansweredSince,
          photos,
          kind);
    }

    @Override
    public String toString() {
      return "Active[redacted]";
    }
  }

  /**
   * The search has ended; only how, as a class, is kept, for a time.
   *
   * @param earlier when the editions before this one were told, newest first: who was told in
   *     messages needs to be told which of them end
   * @param end why it ended; null of an earlier version's end
   */
  record Ended(
      String home,
      boolean exercise,
      @Nullable String desk,
      Set<String> notTo,
      Map<String, ChildStatus> children,
      Code<Outcome> outcome,
      int edition,
      Instant updated,
      List<Instant> earlier,
      @Nullable DeskAddress address,
      Map<String, Withdrawal> withdrawn,
      @Nullable NoticeEnd end)
      implements PoliceNotice {

    public Ended {
      requireNonNull(home, "home");
      requireNonNull(outcome, "outcome");
      requireNonNull(updated, "updated");
      notTo = notTo == null ? Set.of() : Set.copyOf(notTo);
      children = copy(children);
      earlier = earlier == null ? List.of() : List.copyOf(earlier);
      withdrawn = withdrawn == null ? Map.of() : Map.copyOf(withdrawn);
    }

    /** The same end, told in the edition of another. */
    Ended toldAs(Ended other) {
      return new Ended(
          home,
          exercise,
          desk,
          notTo,
          children,
          outcome,
          other.edition,
          other.updated,
          other.earlier,
          address,
          withdrawn,
          end);
    }
  }

  /** A tombstone; who was kept from the case does not learn from it that there was one. */
  record Erased(
      String home,
      boolean exercise,
      Set<String> notTo,
      YearMonth month,
      int edition,
      Instant updated)
      implements PoliceNotice {

    public Erased {
      requireNonNull(home, "home");
      requireNonNull(month, "month");
      requireNonNull(updated, "updated");
      notTo = notTo == null ? Set.of() : Set.copyOf(notTo);
    }

    @Override
    public @Nullable DeskAddress address() {
      return null;
    }

    @Override
    public Map<String, Withdrawal> withdrawn() {
      return Map.of();
    }
  }

  private static Map<String, ChildStatus> copy(@Nullable Map<String, ChildStatus> children) {
    return children == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(children));
  }
}
