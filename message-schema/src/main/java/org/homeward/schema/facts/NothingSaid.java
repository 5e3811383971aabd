package org.homeward.schema.facts;

import org.jspecify.annotations.Nullable;

/** Leaves an empty {@link Says} out of the JSON. */
public final class NothingSaid {

  @Override
  public boolean equals(@Nullable Object value) {
    return value instanceof Says says && says.isEmpty();
  }

  @Override
  public int hashCode() {
    return 0;
  }
}
