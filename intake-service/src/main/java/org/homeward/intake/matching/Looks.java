package org.homeward.intake.matching;

import static org.homeward.intake.matching.Compared.Level.DIFFERENT;
import static org.homeward.intake.matching.Compared.Level.LIKE;
import static org.homeward.intake.matching.Compared.Level.SAME;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.LastSeen;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.EyeColour;
import org.homeward.schema.people.HairColour;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.NumberRange;
import org.jspecify.annotations.Nullable;

/**
 * What anybody can tell of a child whose name nobody knows. Many children share each of these, so
 * that they are compared only where one of two has no name.
 *
 * @param languages without their regions, as {@code sr}
 * @param town where the child was seen last, or found; empty where nobody said
 */
record Looks(
    Set<String> languages,
    @Nullable HairColour hair,
    @Nullable EyeColour eyes,
    @Nullable NumberRange height,
    String town) {

  /** Fields that many children share. */
  static final Set<Field> SHARED_BY_MANY =
      Collections.unmodifiableSet(
          EnumSet.of(Field.LANGUAGE, Field.HAIR, Field.EYES, Field.HEIGHT, Field.PLACE));

  /** In centimetres: people guess, and children grow. */
  private static final int NEAR = 5;

  private static final int FAR = 15;

  Looks {
    languages = Set.copyOf(languages);
  }

  static Looks of(Says says, ChildFacts child) {
    LastSeen seen = says.lastSeen();
    return new Looks(
        child.languages().stream()
            .map(tag -> Locale.forLanguageTag(tag).getLanguage())
            .filter(language -> !language.isEmpty())
            .collect(Collectors.toSet()),
        known(child.hair(), HairColour.OTHER),
        known(child.eyes(), EyeColour.OTHER),
        child.heightCm(),
        seen == null || seen.place() == null ? "" : Address.town(seen.place()));
  }

  private static <E extends Enum<E>> @Nullable E known(@Nullable Code<E> code, E other) {
    return code == null || code.value() == other ? null : code.value();
  }

  /** Field by field; a field that one of both is without says nothing. */
  List<Compared> compared(Looks other) {
    List<Compared> all = new ArrayList<>();
    if (!languages.isEmpty() && !other.languages.isEmpty()) {
      boolean apart = Collections.disjoint(languages, other.languages);
      all.add(
          apart
              ? new Compared(Field.LANGUAGE, DIFFERENT, -1)
              : new Compared(Field.LANGUAGE, SAME, 1));
    }
    if (hair != null && other.hair != null) {
      all.add(
          hair == other.hair
              ? new Compared(Field.HAIR, SAME, 0.5)
              : new Compared(Field.HAIR, DIFFERENT, -0.5)); // it can be cut and dyed
    }
    if (eyes != null && other.eyes != null) {
      all.add(
          eyes == other.eyes
              ? new Compared(Field.EYES, SAME, 0.5)
              : new Compared(Field.EYES, DIFFERENT, -1));
    }
    if (height != null && other.height != null) {
      int apart = Math.max(height.from() - other.height.to(), other.height.from() - height.to());
      if (apart <= NEAR) {
        all.add(new Compared(Field.HEIGHT, LIKE, 0.5));
      } else if (apart > FAR) {
        all.add(new Compared(Field.HEIGHT, DIFFERENT, -1));
      }
    }
    if (!town.isEmpty() && town.equals(other.town)) {
      all.add(new Compared(Field.PLACE, SAME, 1)); // another town says nothing: children travel
    }
    return all;
  }

  @Override
  public String toString() {
    return "Looks[redacted]";
  }
}
