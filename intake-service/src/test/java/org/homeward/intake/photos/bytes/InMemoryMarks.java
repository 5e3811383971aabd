package org.homeward.intake.photos.bytes;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Marks in memory. */
public final class InMemoryMarks implements LockedPictures.Marks {

  private final Set<String> kept = new HashSet<>();

  @Override
  public boolean hasAnyOf(Collection<String> marks) {
    return marks.stream().anyMatch(kept::contains);
  }

  @Override
  public void keep(String mark) {
    kept.add(mark);
  }
}
