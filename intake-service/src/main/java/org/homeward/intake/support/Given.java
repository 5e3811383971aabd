package org.homeward.intake.support;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A service that was offered for a need.
 *
 * @param provider of the directory; null: the hotline itself
 * @param name of the provider, as it was then
 * @param cost in whole units of the currency; null: nobody has said
 * @param by opaque id of the member who wrote down the last of it
 */
record Given(
    String id,
    @Nullable String provider,
    @Nullable String name,
    Stage stage,
    @Nullable Integer cost,
    @Nullable String currency,
    @Nullable String note,
    String by,
    Instant at) {

  Given {
    requireNonNull(id, "id");
    requireNonNull(stage, "stage");
    requireNonNull(by, "by");
    requireNonNull(at, "at");
  }

  /** How far it is. */
  enum Stage {
    OFFERED,
    DECLINED,
    BEGUN,
    DONE;

    Set<Stage> next() {
      return switch (this) {
        case OFFERED -> EnumSet.of(DECLINED, BEGUN);
        case BEGUN -> EnumSet.of(DECLINED, DONE);
        case DECLINED, DONE -> EnumSet.noneOf(Stage.class);
      };
    }
  }

  /** A field that is not said anew stays. */
  Given moved(
      Stage to,
      @Nullable Integer nowCost,
      @Nullable String nowCurrency,
      @Nullable String nowNote,
      String who,
      Instant now) {
    return new Given(
        id,
        provider,
        name,
        to,
        nowCost == null ? cost : nowCost,
        nowCost == null ? currency : nowCurrency,
        nowNote == null ? note : nowNote,
        who,
        now);
  }

  @Override
  public String toString() {
    return "Given[" + stage + "]";
  }
}
