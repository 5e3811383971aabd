package org.homeward.alert.orders.delivery;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.alert.subscribers.mail.MailResult;
import org.homeward.alert.subscribers.sms.SmsCancel;
import org.jspecify.annotations.Nullable;

/**
 * A provider that may have something of what one destination is told.
 *
 * @param ids by which it knows what it may still hold of the newest message
 * @param earlier the same of messages before it, and of one that has arrived in part, the newest
 *     last
 * @param end what became of the end through it; null before it was tried
 * @param unknowns how often the end went through it and nobody knows whether it was taken
 * @param asked until when it is not asked again to deliver no more; null when it may be at once
 */
public record Way(
    String provider,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> ids,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> earlier,
    Delivery.@Nullable State end,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int unknowns,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant asked) {

  /** Stands for all providers: nobody knows which one has it. */
  static final Way ANY = Way.of("any");

  /** What a provider held longer ago has arrived or has expired. */
  private static final int MOST_IDS = 20;

  public Way {
    requireNonNull(provider, "provider");
    ids = newest(ids);
    earlier = newest(earlier);
  }

  private static List<String> newest(@Nullable List<String> ids) {
    List<String> all = ids == null ? List.of() : List.copyOf(ids);
    return all.subList(Math.max(0, all.size() - MOST_IDS), all.size());
  }

  private static List<String> both(List<String> ids, List<String> more) {
    return Stream.concat(ids.stream(), more.stream()).toList();
  }

  static Way of(String provider) {
    return Way.holding(provider, List.of());
  }

  /** It may still hold these of the newest message. */
  static Way holding(String provider, List<String> ids) {
    return new Way(provider, ids, List.of(), null, 0, null);
  }

  /** The end has to go through it. */
  Way owed() {
    return new Way(provider, ids, earlier, null, 0, asked);
  }

  /** Another message follows. */
  Way before() {
    return new Way(provider, List.of(), both(earlier, ids), end, unknowns, asked);
  }

  /** Something that it may still hold could be taken back. */
  boolean isHeld() {
    return !ids.isEmpty() || !earlier.isEmpty();
  }

  /**
   * After it was asked to deliver no more. What has arrived in part counts as received, whatever
   * becomes of the rest.
   *
   * @param said of the newest message
   * @param before of those before it
   */
  Way asked(SmsCancel said, SmsCancel before) {
    boolean isSure = said.sure(); // upholds 2
    return isSure
        ? new Way(provider, said.left(), before.left(), end, unknowns, asked)
        : new Way(provider, List.of(), both(before.left(), said.left()), end, unknowns, asked);
  }

  /** It is not asked before then. */
  Way waiting(Instant until) {
    return new Way(provider, ids, earlier, end, unknowns, isHeld() ? until : null);
  }

  /** After the end was sent through it. */
  Way after(MailResult sent) {
    return switch (sent) {
      case MailResult.Accepted _ -> ended(Delivery.State.ACCEPTED, unknowns);
      case MailResult.Later _ -> ended(Delivery.State.LATER, unknowns);
      case MailResult.Never _ -> ended(Delivery.State.NEVER, unknowns);
      case MailResult.Unknown _ -> ended(Delivery.State.UNKNOWN, unknowns + 1);
    };
  }

  private Way ended(Delivery.State how, int times) {
    return new Way(provider, ids, earlier, how, times, asked);
  }

  /** It has taken the end. */
  boolean hasEnd() {
    return end == Delivery.State.ACCEPTED;
  }

  /** Nothing more of the end goes through it; an unknown outcome is repeated once. */
  boolean isSettled() {
    return switch (end) {
      case null -> false;
      case ACCEPTED, NEVER -> true;
      case UNKNOWN -> unknowns > 1; // upholds 2
      case INTENDED, LATER -> false;
    };
  }

  /** These and another one, or more that the same one holds. */
  static List<Way> added(List<Way> ways, Way more) {
    List<Way> all = new ArrayList<>();
    boolean isKnown = false;
    for (Way way : ways) {
      boolean same = way.provider().equals(more.provider());
      isKnown |= same;
      all.add(
          same
              ? new Way(
                  way.provider(),
                  both(way.ids(), more.ids()),
                  both(way.earlier(), more.earlier()),
                  way.end(),
                  way.unknowns(),
                  way.asked())
              : way);
    }
    if (!isKnown) {
      all.add(more);
    }
    return all;
  }
}
