package org.homeward.intake.family.words;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One sentence that a family may hear.
 *
 * @param edition of the list in which it stands
 * @param tells what it lets somebody conclude about a child
 * @param words by language
 */
public record Sentence(String code, int edition, Tells tells, Map<String, String> words) {

  /** What a sentence is about. */
  public enum Tells {
    /** How the hotline works, and nothing of any child. */
    OUR_WORK,
    /** That a child is searched for. */
    SEARCH,
    /** That the search has ended. */
    END
  }

  /** What may stand in a sentence beside its words; nothing of it was said in a report. */
  public enum Fill {
    /** The promise to this person. */
    NEXT_CALL("{nextCall}"),
    /** The number of all such hotlines. */
    HOTLINE("{hotline}");

    private final String place;

    Fill(String place) {
      this.place = place;
    }

    /** As it stands in the words. */
    String place() {
      return place;
    }

    /** The places of these words. */
    static Set<Fill> in(String words) {
      Set<Fill> in = EnumSet.noneOf(Fill.class);
      for (Fill each : values()) {
        if (words.contains(each.place)) in.add(each);
      }
      return in;
    }
  }

  private static final String HOTLINE_NUMBER = "116 000";

  /** Read alike in all languages of the list. */
  private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("d. M. uuuu, HH:mm");

  public Sentence {
    requireNonNull(code, "code");
    requireNonNull(tells, "tells");
    words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
  }

  /** Whether it promises a call. */
  public boolean saysNextCall() {
    return words.values().stream().anyMatch(each -> Fill.in(each).contains(Fill.NEXT_CALL));
  }

  /**
   * What is read aloud; empty in a language that the list does not have.
   *
   * @param nextCall the promise to this person; of no account for a sentence that promises none
   */
  public Optional<FamilyText> in(String language, Instant nextCall, ZoneId zone) {
    return Optional.ofNullable(words.get(language))
        .map(
            text ->
                text.replace(Fill.NEXT_CALL.place(), AT.format(nextCall.atZone(zone)))
                    .replace(Fill.HOTLINE.place(), HOTLINE_NUMBER))
        .map(text -> new FamilyText(language, text));
  }
}
