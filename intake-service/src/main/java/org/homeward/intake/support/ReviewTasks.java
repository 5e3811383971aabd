package org.homeward.intake.support;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.intake.carefiles.LookAtCareFile;
import org.homeward.intake.worksheets.MemberTasks;

/** The reviews of plans, as tasks of whoever wrote the plan. */
final class ReviewTasks implements MemberTasks {

  private static final String REVIEW_PLAN = "REVIEW_PLAN";

  private final ChangeSupport changeSupport;
  private final LookAtCareFile lookAtCareFile;

  ReviewTasks(ChangeSupport changeSupport, LookAtCareFile lookAtCareFile) {
    this.changeSupport = changeSupport;
    this.lookAtCareFile = lookAtCareFile;
  }

  @Override
  public List<MemberTask> open(Caller caller) {
    if (!caller.is(Role.CONFIDANT)) {
      return List.of();
    }
    Map<String, Plan> plans = changeSupport.plans();
    return lookAtCareFile.ownAmong(plans.keySet(), caller).entrySet().stream()
        .map(own -> task(own.getKey(), own.getValue(), requireNonNull(plans.get(own.getKey()))))
        .toList();
  }

  private static MemberTask task(String file, LookAtCareFile.OwnFile own, Plan plan) {
    return new MemberTask(
        REVIEW_PLAN + "." + file,
        REVIEW_PLAN,
        file,
        own.exercise(),
        plan.reviewBy(),
        own.owner(plan.by()));
  }

  @Override
  public void record(Set<String> files, Caller caller) {
    lookAtCareFile.record(files, caller); // upholds 10
  }
}
