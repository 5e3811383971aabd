package org.homeward.schema.values;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value of a code list: one of ours, or {@code OTHER} with the raw code of a newer list beside
 * it.
 *
 * @param raw the code we do not know; null for codes of our own list
 */
public record Code<E extends Enum<E>>(E value, @Nullable String raw) {

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

  public Code {
    Objects.requireNonNull(value, "value");
    if (raw != null && (!value.name().equals("OTHER") || !CODE.matcher(raw).matches())) {
      throw new IllegalArgumentException("a raw code stands beside OTHER only");
    }
  }

  public static <E extends Enum<E>> Code<E> of(E value) {
    return new Code<>(value, null);
  }

  /** Never fails: a code which is not in our list reads as {@code OTHER}, its text is kept. */
  public static <E extends Enum<E>> Code<E> read(Class<E> list, String text) {
    for (E value : list.getEnumConstants()) {
      if (value.name().equals(text)) {
        return of(value);
      }
    }
    return new Code<>(Enum.valueOf(list, "OTHER"), CODE.matcher(text).matches() ? text : null);
  }

  public boolean is(E other) {
    return value == other;
  }

  /** The form for a store: the raw code where there is one, so that nothing is lost. */
  public String text() {
    return raw == null ? value.name() : raw;
  }

  @Override
  public String toString() {
    return value.name();
  }
}
