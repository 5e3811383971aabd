package org.homeward.schema.snapshots;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Set;
import org.homeward.schema.facts.NothingSaid;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.ChildStatus;
import org.homeward.schema.people.Outcome;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.Copies;
import org.jspecify.annotations.Nullable;

/**
 * A case as police see it. Its id is its own: the case's id never leaves the node.
 *
 * @param outcome class of the end, once ended; then there are no facts any more
 * @param unanswered no desk has it in hand although the time for that is over
 * @param end why it ended; null while it is active, and of an earlier version's end
 */
public record PoliceNoticeSnapshot(
    String id,
    String home,
    boolean exercise,
    NoticeStatus status,
    @Nullable String desk,
    @Nullable Code<Outcome> outcome,
    Set<String> notTo,
    Map<String, ChildStatus> children,
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = NothingSaid.class) Says facts,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean unanswered,
    @Nullable NoticeEnd end)
    implements Snapshot {

  public PoliceNoticeSnapshot {
    requireNonNull(id, "id");
    requireNonNull(home, "home");
    requireNonNull(status, "status");
    notTo = Copies.set(notTo);
    children = Copies.map(children);
    facts = facts == null ? Says.EMPTY : facts;
    if ((status == NoticeStatus.ENDED) != (outcome != null)) {
      throw new IllegalArgumentException("an ended notice has an outcome, an active one has none");
    }
    if (status == NoticeStatus.ENDED && !facts.isEmpty()) {
      throw new IllegalArgumentException("an ended notice has no facts");
    }
    if (status == NoticeStatus.ENDED && unanswered) {
      throw new IllegalArgumentException("an ended notice waits for nobody");
    }
    if (status == NoticeStatus.ACTIVE && end != null) {
      throw new IllegalArgumentException("an active notice has no end");
    }
  }

  /** One that rings for nobody. */
  public PoliceNoticeSnapshot(
      String id,
      String home,
      boolean exercise,
      NoticeStatus status,
      @Nullable String desk,
      @Nullable Code<Outcome> outcome,
      Set<String> notTo,
      Map<String, ChildStatus> children,
      Says facts) {
    this(id, home, exercise, status, desk, outcome, notTo, children, facts, false, null);
  }

  @Override
  public SnapshotKind kind() {
    return SnapshotKind.POLICE_NOTICE;
  }

  @Override
  public PoliceNoticeSnapshot withoutFacts() {
    return new PoliceNoticeSnapshot(
        id, home, exercise, status, desk, outcome, notTo, children, Says.EMPTY, unanswered, end);
  }

  @Override
  public String toString() {
    return "PoliceNoticeSnapshot[redacted]";
  }
}
