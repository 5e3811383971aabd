package org.homeward.alert.orders.preview;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.homeward.alert.orders.criteria.CheckedCriteria;
import org.homeward.alert.subscribers.destinations.Channel;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.schema.values.Audience;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is approved together: the words, who gets them, until when, by whose order.
 *
 * @param caseVersion of the case when the words were made
 * @param vocabulary version of the words for codes
 * @param addressees how many destinations the rule selected then; null when they were not counted,
 *     as in previews of earlier builds
 * @param parts the words, by language
 * @param leftOut what was asked for or known and does not go out
 * @param reference the alert's own, which its words name; null in previews of earlier builds
 * @param beside other alerts of the case that are live for some of the same people
 * @param byChannel the addressees by the channel on which they are told
 * @param photos the pictures that everybody is shown with the words, in their order
 * @param criteria what the case has of the rule of the country; null where no rule was read
 */
public record PreviewDocument(
    String alert,
    int edition,
    @JsonProperty("case") String caseId,
    long caseVersion,
    String home,
    boolean exercise,
    Audience audience,
    int vocabulary,
    Rule rule,
    @Nullable Integer addressees,
    Instant until,
    Authority authority,
    Map<String, Part> parts,
    List<LeftOut> leftOut,
    @Nullable String reference,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> beside,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<Channel, Integer> byChannel,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<OpenPhoto> photos,
    @Nullable CheckedCriteria criteria) {

  public PreviewDocument {
    requireNonNull(alert, "alert");
    requireNonNull(caseId, "caseId");
    requireNonNull(home, "home");
    requireNonNull(audience, "audience");
    requireNonNull(rule, "rule");
    requireNonNull(until, "until");
    requireNonNull(authority, "authority");
    parts = parts == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(parts));
    leftOut = leftOut == null ? List.of() : List.copyOf(leftOut);
    beside = beside == null ? List.of() : List.copyOf(beside);
    byChannel =
        byChannel == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(byChannel));
    photos = photos == null ? List.of() : List.copyOf(photos);
  }

  /** The code of its page; empty for an alert that has none. */
  public Optional<String> code() {
    return audience == Audience.PUBLIC && reference != null
        ? Optional.of(NoticeCode.of(reference))
        : Optional.empty();
  }

  /**
   * The rule that selects the recipients.
   *
   * @param watermark the newest subscription there was; later ones do not get it
   * @param regionsMeet whether a region concerns the regions in it and those that it is in; false
   *     in previews of earlier builds, whose approvers knew the named regions only
   * @param channels on which it goes out; previews of earlier builds knew mail only
   */
  public record Rule(
      Area area,
      List<String> languages,
      boolean exercise,
      long watermark,
      boolean regionsMeet,
      List<Channel> channels) {

    public Rule {
      requireNonNull(area, "area");
      languages = languages == null ? List.of() : List.copyOf(languages);
      channels = channels == null ? List.of(Channel.MAIL) : List.copyOf(channels);
    }

    /** Whether its area concerns somebody who wants to hear of these regions. */
    public boolean concerns(String country, List<String> wanted) {
      return regionsMeet ? area.concerns(country, wanted) : area.names(country, wanted);
    }
  }

  /** The authority that orders the alert. */
  public record Authority(String entry, String office, String reference) {}

  /**
   * Something that was asked for or is known, and does not go out.
   *
   * @param what a language, or a pointer to a fact
   * @param why such as {@code no-words}
   */
  public record LeftOut(String what, String why) {}

  /** All children in it. */
  public Set<String> children() {
    Set<String> children = new TreeSet<>();
    parts.values().forEach(part -> children.addAll(part.children().keySet()));
    return children;
  }

  /**
   * The pictures that may be shown now, by their number, from 1: exactly those that were approved,
   * of children who are in the words and missing.
   *
   * @param withdrawn children whose part does not go out any more
   * @param told what is known of the case now
   */
  public SortedMap<Integer, OpenPhoto> photosNow(Set<String> withdrawn, CaseSnapshot told) {
    SortedMap<Integer, OpenPhoto> now = new TreeMap<>();
    for (int i = 0; i < photos.size(); i++) {
      OpenPhoto photo = photos.get(i);
      if (!withdrawn.contains(photo.child()) && photo.isStillTold(told)) {
        now.put(i + 1, photo);
      }
    }
    return now;
  }

  @Override
  public String toString() {
    return "PreviewDocument[redacted]";
  }
}
