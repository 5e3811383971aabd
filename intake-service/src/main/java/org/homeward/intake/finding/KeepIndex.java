package org.homeward.intake.finding;

import java.util.Collection;
import java.util.List;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteListener;
import org.homeward.intake.cases.KeptCase;

/**
 * Puts cases and their children into the indexes: all at the start, then each one that somebody has
 * written.
 */
final class KeepIndex implements WriteListener<KeptCase> {

  private final GuardedDocuments<KeptCase> cases;
  private final CaseIndex index;
  private final ChildIndex children;
  private final DescribeChildren describe;

  KeepIndex(GuardedDocuments<KeptCase> cases, CaseIndex index, ChildIndex children) {
    this.cases = cases;
    this.index = index;
    this.children = children;
    this.describe = new DescribeChildren(children::part);
  }

  /** This process has written it. */
  @Override
  public void written(Guarded<KeptCase> now) {
    // What fails here is not yet known to the index, so the topic brings it again.
    List<KnownChild> described = describe.of(now);
    if (index.put(CaseKeys.of(now))) {
      children.put(now.id(), now.version(), described);
    }
  }

  /** Reads every case; searches wait for it after a start. */
  void build() {
    cases.forEachInParallel(this::written);
    index.finished();
  }

  /** Whether the index has a case in this version, or in a newer one: this process wrote it. */
  boolean knows(String id, long version) {
    return index.knows(id, version);
  }

  /** Another process has written these, or this one has and its index was full. */
  void readAgain(Collection<String> ids) {
    cases.find(ids).forEach(this::written);
  }
}
