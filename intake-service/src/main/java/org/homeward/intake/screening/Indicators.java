package org.homeward.intake.screening;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The indicators of a screening, in the order of the page, and what each answer means.
 *
 * @param version of the rule that these indicators make
 */
public record Indicators(int version, List<Indicator> all) {

  public Indicators {
    all = List.copyOf(all);
  }

  /** How much an answer says about its element; a later one outweighs an earlier one. */
  enum Weight {
    SHOWS_NOTHING,
    LEAVES_OPEN,
    SHOWS
  }

  /** The document that an indicator comes from, and the place in it. */
  record Source(String document, String section) {}

  /**
   * The meaning of an answer.
   *
   * @param reason in each language
   */
  record Meaning(Weight weighs, Map<String, String> reason) {

    Meaning {
      reason = Map.copyOf(reason);
    }
  }

  /**
   * One indicator.
   *
   * @param of whom it is asked about
   * @param form of exploitation that a yes points to; every one of {@code PURPOSE} has one
   * @param ask its wording in each language
   */
  record Indicator(
      String code,
      Element element,
      Set<Age> of,
      Source source,
      @Nullable Exploitation form,
      Map<String, String> ask,
      Map<Reply, Meaning> means) {

    Indicator {
      of = Set.copyOf(of);
      ask = Map.copyOf(ask);
      means = Map.copyOf(means);
    }

    Meaning meaning(Reply reply) {
      return requireNonNull(means.get(reply), "each answer means something");
    }

    boolean isAskedOf(Age age) {
      return of.contains(age);
    }
  }

  Optional<Indicator> of(String code) {
    return all.stream().filter(each -> each.code().equals(code)).findFirst();
  }

  /** The form of exploitation that a yes points to, if any. */
  @Nullable Exploitation formOf(String code) {
    for (Indicator each : all) {
      if (each.code().equals(code)) {
        return each.form();
      }
    }
    return null;
  }

  /** Those of one element that are asked about somebody of this age. */
  Stream<Indicator> of(Element element, Age age) {
    return all.stream().filter(each -> each.element() == element && each.isAskedOf(age));
  }
}
