package org.homeward.alert.police.formats;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.alert.police.notices.Acknowledgement;
import org.homeward.alert.police.notices.NoticeChange;
import org.homeward.alert.police.notices.NoticePhoto;
import org.homeward.alert.police.notices.ToldByPhone;
import org.homeward.schema.disclosure.DisclosedSubject;
import org.homeward.schema.disclosure.WithheldClass;
import org.homeward.schema.facts.CaseFacts;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.SaysCodec;
import org.homeward.schema.people.ChildStatus;
import org.homeward.schema.people.Outcome;
import org.homeward.schema.sightings.GradedSighting;
import org.homeward.schema.snapshots.NoticeEnd;
import org.homeward.schema.snapshots.NoticeEndReason;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A notice as one desk reads it now. */
public sealed interface FeedItem {

  /** The notice's own id. */
  String id();

  /** Its short name for the telephone. */
  String reference();

  /** Counts what the police were told of it, from 1. */
  int edition();

  boolean exercise();

  /** When what the police see of it changed last. */
  Instant updated();

  /** When the editions before this one were told, newest first, as far as that is kept. */
  List<Instant> earlier();

  /**
   * A search is on; the facts exist only as disclosed to this reader.
   *
   * @param desk that was named when the newest report was released
   * @param toldByPhone calls about reports that are not on the feed, the newest first
   * @param changed what was new when, newest first
   * @param acknowledged what this reader's desk said to it last
   * @param photos those that police may have
   * @param kind what the case is about; null for a search
   */
  record Active(
      String id,
      String reference,
      int edition,
      boolean exercise,
      Instant updated,
      @Nullable String desk,
      Map<String, ChildStatus> children,
      DisclosedSubject told,
      Set<WithheldClass> withheld,
      List<ToldByPhone> toldByPhone,
      List<NoticeChange> changed,
      @Nullable Acknowledgement acknowledged,
      List<NoticePhoto> photos,
      @Nullable Code<CaseKind> kind)
      implements FeedItem {

    /** Of a search. */
    public Active(
        String id,
        String reference,
        int edition,
        boolean exercise,
        Instant updated,
        @Nullable String desk,
        Map<String, ChildStatus> children,
        DisclosedSubject told,
        Set<WithheldClass> withheld,
        List<ToldByPhone> toldByPhone,
        List<NoticeChange> changed,
        @Nullable Acknowledgement acknowledged,
        List<NoticePhoto> photos) {
      this(
          id,
          reference,
          edition,
          exercise,
          updated,
          desk,
          children,
          told,
          withheld,
          toldByPhone,
          changed,
          acknowledged,
          photos,
          null);
    }

    public Active {
      requireNonNull(id, "id");
      requireNonNull(told, "told");
      children = Collections.unmodifiableMap(new TreeMap<>(children));
      Set<WithheldClass> all = EnumSet.noneOf(WithheldClass.class);
      all.addAll(withheld);
      all.addAll(told.withheld());
      withheld = Collections.unmodifiableSet(all);
      toldByPhone = List.copyOf(toldByPhone);
      changed = List.copyOf(changed);
      photos = List.copyOf(photos);
    }

    /**
     * When and where a tip says that the child was seen since, with its grade; empty where none
     * says a later time than the reports.
     */
    public Optional<ObjectNode> seenSince() {
      return CaseFacts.seenSince(told.facts()).map(Active::whenAndWhere);
    }

    private static ObjectNode whenAndWhere(GradedSighting seen) {
      Says alone = Says.builder().sightings(List.of(seen)).build();
      ObjectNode json = (ObjectNode) SaysCodec.write(alone).at("/sightings/0");
      return json.retain(List.of("at", "uncertaintyMinutes", "place", "source", "information"));
    }

    @Override
    public List<Instant> earlier() {
      return changed.stream().skip(1).map(NoticeChange::at).toList();
    }

    /** When a child who was not missing became so; empty of a search that was always one. */
    Optional<Instant> missingSince() {
      boolean isSearch = kind == null || kind.is(CaseKind.MISSING);
      return changed.stream()
          .filter(change -> isSearch && change.what().contains(NoticeChange.KIND))
          .map(NoticeChange::at)
          .findFirst();
    }

    @Override
    public String toString() {
      return "Active[redacted]";
    }
  }

  /**
   * It has ended, with this class of outcome.
   *
   * @param end why; null of an earlier version's end
   */
  record Ended(
      String id,
      String reference,
      int edition,
      boolean exercise,
      Instant updated,
      Code<Outcome> outcome,
      @Nullable NoticeEnd end,
      List<Instant> earlier)
      implements FeedItem {

    public Ended {
      earlier = List.copyOf(earlier);
    }

    /** Whether it says nothing of the child: its report was taken back or erased. */
    boolean saysNothingOfTheChild() {
      return end != null && !end.reason().is(NoticeEndReason.SEARCH_ENDED);
    }

    /** Why it ended, in a sentence for those who act on it. */
    String why() {
      NoticeEndReason reason = end == null ? NoticeEndReason.SEARCH_ENDED : end.reason().value();
      return switch (reason) {
        case SEARCH_ENDED, OTHER -> "the search has ended.";
        case TAKEN_BACK ->
            "the partner hotline has taken its report back. It does not say that the child is found.";
        case ERASED -> "the report was erased. It does not say that the child is found.";
      };
    }
  }

  /** This desk had it and must not learn how it goes on. */
  record Withdrawn(
      String id,
      String reference,
      int edition,
      boolean exercise,
      Instant updated,
      List<Instant> earlier)
      implements FeedItem {

    public Withdrawn {
      earlier = List.copyOf(earlier);
    }
  }

  /** A tombstone. */
  record Erased(
      String id, String reference, int edition, boolean exercise, Instant updated, YearMonth month)
      implements FeedItem {

    @Override
    public List<Instant> earlier() {
      return List.of();
    }
  }
}
