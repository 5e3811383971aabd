package org.homeward.alert.orders.preview;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.schema.values.Audience;
import org.jspecify.annotations.Nullable;

/**
 * The alert that an author asks for.
 *
 * @param audience null in wishes of earlier builds, which were for volunteers
 * @param languages in which it is to go out
 * @param text the author's own words by language
 * @param authority id of an entry in the register
 * @param reference the authority's own, for this alert
 * @param again although another alert of the case is live for the same people
 */
public record AlertWish(
    @Nullable Audience audience,
    Area area,
    List<String> languages,
    Map<String, String> text,
    Instant until,
    String authority,
    String reference,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean again) {

  public AlertWish {
    requireNonNull(area, "area");
    requireNonNull(until, "until");
    requireNonNull(authority, "authority");
    requireNonNull(reference, "reference");
    languages = languages == null ? List.of() : languages.stream().distinct().sorted().toList();
    text = text == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(text));
  }

  /** To volunteers: the only alert of its case for its area. */
  public AlertWish(
      Area area,
      List<String> languages,
      Map<String, String> text,
      Instant until,
      String authority,
      String reference) {
    this(Audience.VOLUNTEER, area, languages, text, until, authority, reference, false);
  }

  /** Its readers to be. */
  public Audience to() {
    return audience == null ? Audience.VOLUNTEER : audience;
  }

  @Override
  public String toString() {
    return "Wish[redacted]";
  }
}
