package org.homeward.durable.document;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A reader's walk through a list, from the top down. A document that changes meanwhile moves up;
 * {@link #newer} leads there.
 *
 * @param value which documents: those that have it in the field by which they are listed
 * @param begun when the first page was asked for; null before
 * @param since only what has changed after that, by last change; null for all
 * @param at the last document that was shown; null before the first
 */
public record ListWalk(
    ListOrder order,
    String value,
    @Nullable Instant begun,
    @Nullable Instant since,
    @Nullable Place at) {

  /**
   * A write is dated when it is made and seen when it is stored, and the clocks of two instances
   * differ: so much later, whatever is stored has a later date.
   */
  static final Duration SETTLED = Duration.ofMinutes(1);

  private static final Pattern FORM =
      Pattern.compile(
          "(CHANGED|RANK) ([A-Z_]{1,40}) (\\d{1,15}|-) (\\d{1,15}|-)"
              + "(?: (-?\\d{1,9}) (\\d{1,15}) ([!-~]{1,200}))?");

  /**
   * Where a document stands in a list.
   *
   * @param id of a document that the reader was shown
   */
  record Place(int rank, Instant changedAt, String id) {

    Object field(String name) {
      return switch (name) {
        case Listing.RANK -> rank;
        case Listing.CHANGED_AT -> Date.from(changedAt);
        default -> id;
      };
    }
  }

  /** From the top. */
  public static ListWalk of(ListOrder order, String value) {
    return new ListWalk(order, value, null, null, null);
  }

  ListWalk begunAt(Instant now) {
    return begun == null ? new ListWalk(order, value, now, since, at) : this;
  }

  ListWalk below(Place place) {
    return new ListWalk(order, value, begun, since, place);
  }

  /** Through what may have changed since this walk began. */
  ListWalk newer() {
    return new ListWalk(order, value, null, requireNonNull(begun).minus(SETTLED), null);
  }

  /** The fields it goes by: recent changes are found by their time. */
  ListOrder way() {
    return since == null ? order : ListOrder.CHANGED;
  }

  /** Opaque to its carrier; names no document but the last that was shown. */
  public String text() {
    String place =
        at == null ? "" : " %d %d %s".formatted(at.rank(), at.changedAt().toEpochMilli(), at.id());
    String walk = order + " " + value + " " + millis(begun) + " " + millis(since) + place;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(walk.getBytes(StandardCharsets.UTF_8));
  }

  /** Empty when it is no walk's text. */
  public static Optional<ListWalk> of(String text) {
    var form = FORM.matcher(decoded(text));
    if (!form.matches()) {
      return Optional.empty();
    }
    Place at =
        form.group(5) == null
            ? null
            : new Place(
                Integer.parseInt(form.group(5)),
                Instant.ofEpochMilli(Long.parseLong(form.group(6))),
                form.group(7));
    return Optional.of(
        new ListWalk(
            ListOrder.valueOf(form.group(1)),
            form.group(2),
            instant(form.group(3)),
            instant(form.group(4)),
            at));
  }

  private static String decoded(String text) {
    try {
      return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  private static String millis(@Nullable Instant at) {
    return at == null ? "-" : Long.toString(at.toEpochMilli());
  }

  private static @Nullable Instant instant(String millis) {
    return millis.equals("-") ? null : Instant.ofEpochMilli(Long.parseLong(millis));
  }
}
