package org.homeward.intake.worksheets;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.homeward.face.access.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Tasks beside care files, for members of the file alone; a room that keeps some declares a bean.
 */
public interface MemberTasks {

  /**
   * Those of files of which the caller is a member now; nothing of them is shown yet, so no look.
   */
  List<MemberTask> open(Caller caller);

  /** Records that the caller is shown tasks of these files. */
  void record(Set<String> files, Caller caller);

  /**
   * One of them, without a word of what stands in the file.
   *
   * @param kind what has to be done
   * @param owner opaque id of a member; null: nobody of the members sees to it
   */
  record MemberTask(
      String id,
      String kind,
      String careFile,
      boolean exercise,
      Instant due,
      @Nullable String owner) {

    public MemberTask {
      requireNonNull(id, "id");
      requireNonNull(kind, "kind");
      requireNonNull(careFile, "careFile");
      requireNonNull(due, "due");
    }

    @Override
    public String toString() {
      return "MemberTask[" + kind + "]";
    }
  }
}
