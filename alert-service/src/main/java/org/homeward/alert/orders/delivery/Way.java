package org.homeward.alert.orders.delivery;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.alert.subscribers.mail.MailResult;
import org.jspecify.annotations.Nullable;

/**
 * A provider that may have something of what one destination is told.
 *
 * @param ids by which it knows what it may still hold, the newest last
 * @param end what became of the end through it; null before it was tried
 * @param unknowns how often the end went through it and nobody knows whether it was taken
 */
public record Way(
    String provider,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> ids,
    Delivery.@Nullable State end,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int unknowns) {

  /** Stands for all providers: nobody knows which one has it. */
  static final Way ANY = Way.of("any");

  /** What a provider held longer ago has arrived or has expired. */
  private static final int MOST_IDS = 20;

  public Way {
    requireNonNull(provider, "provider");
    List<String> all = ids == null ? List.of() : List.copyOf(ids);
    ids = all.subList(Math.max(0, all.size() - MOST_IDS), all.size());
  }

  static Way of(String provider) {
    return new Way(provider, List.of(), null, 0);
  }

  /** The end has to go through it. */
  Way owed() {
    return new Way(provider, ids, null, 0);
  }

  /** It holds nothing any more that could be taken back. */
  Way empty() {
    return new Way(provider, List.of(), end, unknowns);
  }

  /** After the end was sent through it. */
  Way after(MailResult sent) {
    return switch (sent) {
      case MailResult.Accepted _ -> new Way(provider, ids, Delivery.State.ACCEPTED, unknowns);
      case MailResult.Later _ -> new Way(provider, ids, Delivery.State.LATER, unknowns);
      case MailResult.Never _ -> new Way(provider, ids, Delivery.State.NEVER, unknowns);
      case MailResult.Unknown _ -> new Way(provider, ids, Delivery.State.UNKNOWN, unknowns + 1);
    };
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
                  Stream.concat(way.ids().stream(), more.ids().stream()).toList(),
                  way.end(),
                  way.unknowns())
              : way);
    }
    if (!isKnown) {
      all.add(more);
    }
    return all;
  }
}
