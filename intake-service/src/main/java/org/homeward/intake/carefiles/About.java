package org.homeward.intake.carefiles;

import static java.util.Objects.requireNonNull;

import org.homeward.intake.screening.Age;
import org.jspecify.annotations.Nullable;

/**
 * The person whom a care file is about; nothing but the age is demanded.
 *
 * @param name as it was said
 * @param language in which she or he can speak
 * @param contact how she or he may safely be reached
 * @param words what is known beside the screening
 */
public record About(
    Age age,
    @Nullable String name,
    @Nullable Integer bornIn,
    @Nullable String language,
    @Nullable String contact,
    @Nullable String words) {

  public About {
    requireNonNull(age, "age");
  }

  @Override
  public String toString() {
    return "About[" + age + "]";
  }
}
