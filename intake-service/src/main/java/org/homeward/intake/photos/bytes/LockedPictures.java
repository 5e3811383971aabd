package org.homeward.intake.photos.bytes;

import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;

/**
 * Knows a picture again that somebody locked, also once it is destroyed: people here are shown no
 * suspected abuse image twice. It keeps marks alone, hashes under the node's key of the bytes as
 * they came and of the pixels. Without the picture and the key they say nothing.
 */
public final class LockedPictures {

  /** Locks what was locked before, where it lies or comes again. */
  public static final String BY = "intake";

  private static final String MARK = "locked-picture";
  private static final String CODE = "mark";
  private static final List<UploadPart> MARKED = List.of(UploadPart.ORIGINAL, UploadPart.LARGE);

  private final DerivedIds ids;
  private final SealedRecords records;
  private final Marks kept;
  private final Consumer<Consumer<LocksAlike>> rooms;

  /**
   * @param rooms calls its argument with each of them
   */
  public LockedPictures(DerivedIds ids, Marks kept, Consumer<Consumer<LocksAlike>> rooms) {
    this.ids = ids;
    this.records = new SealedRecords(ids);
    this.kept = kept;
    this.rooms = rooms;
  }

  /** The marks that are kept. */
  public interface Marks {

    boolean hasAnyOf(Collection<String> marks);

    /** Safe to repeat. */
    void keep(String mark);

    /** In the store. */
    static Marks in(GuardedDocuments<LockedPicture> documents, Clock clock) {
      return new Marks() {
        @Override
        public boolean hasAnyOf(Collection<String> marks) {
          return !documents.find(marks).isEmpty();
        }

        @Override
        public void keep(String mark) {
          WriteOutcome.OfPutting<LockedPicture, Boolean> _ =
              documents.put(
                  mark,
                  found ->
                      found.isPresent()
                          ? Decision.keep(false)
                          : Decision.write(
                              Edit.of(new LockedPicture(clock.instant()), BY).asEssential(), true));
        }
      };
    }
  }

  /** Reads and writes, for the ends log, on whose word one was destroyed. */
  public SealedRecords records() {
    return records;
  }

  /** Of the bytes as they came, and of the large picture, which is the same for the same pixels. */
  public Set<String> marks(UploadSeal seal) {
    Set<String> marks = new TreeSet<>();
    MARKED.stream()
        .flatMap(part -> Stream.ofNullable(seal.digests().get(part.text())))
        .forEach(digest -> marks.add(ids.of(MARK, digest, 0)));
    return marks;
  }

  /** The same as codes of a line of the ends log. */
  public Map<String, String> codes(UploadSeal seal) {
    Map<String, String> codes = new TreeMap<>();
    marks(seal).forEach(mark -> codes.put(CODE + codes.size(), mark));
    return codes;
  }

  /**
   * After a restore: the copy may be from before the lock.
   *
   * @param codes of a line of the ends log
   */
  public void lockAgain(Map<String, String> codes) {
    Set<String> marks = new TreeSet<>();
    codes.forEach(
        (name, mark) -> {
          if (name.startsWith(CODE)) marks.add(mark);
        });
    if (!marks.isEmpty()) lockAlike(marks);
  }

  /** Whether somebody locked this picture before, here or with another case or tip. */
  public boolean has(UploadSeal seal) {
    return kept.hasAnyOf(marks(seal));
  }

  /** Whether a picture has one of these marks. */
  public boolean isAlike(UploadSeal seal, Set<String> marks) {
    return !Collections.disjoint(marks(seal), marks);
  }

  /**
   * This one is locked now, and so are all that are the same; safe to repeat.
   *
   * @param by who locked it
   */
  public void locked(UploadSeal seal, String by) {
    Set<String> marks = marks(seal);
    if (by.equals(BY)) {
      marks.forEach(kept::keep); // whoever locked the first has looked for the others
    } else {
      lockAlike(marks);
    }
  }

  /** Locks all that have these marks, and whatever comes with one of them. */
  public void lockAlike(Set<String> marks) {
    marks.forEach(kept::keep); // first, so that none comes meanwhile and stays
    rooms.accept(room -> room.lockAlike(marks));
  }
}
