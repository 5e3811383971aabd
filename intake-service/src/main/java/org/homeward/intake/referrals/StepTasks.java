package org.homeward.intake.referrals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.intake.carefiles.LookAtCareFile;
import org.homeward.intake.worksheets.MemberTasks;

/** The next steps of open referrals, as tasks of the members who see to them. */
final class StepTasks implements MemberTasks {

  private static final String REFERRAL = "REFERRAL";

  private final ViewReferrals viewReferrals;
  private final LookAtCareFile lookAtCareFile;

  StepTasks(ViewReferrals viewReferrals, LookAtCareFile lookAtCareFile) {
    this.viewReferrals = viewReferrals;
    this.lookAtCareFile = lookAtCareFile;
  }

  @Override
  public List<MemberTask> open(Caller caller) {
    if (!caller.is(Role.CONFIDANT)) {
      return List.of();
    }
    List<ViewReferrals.Known> open = viewReferrals.open();
    Set<String> files =
        open.stream().map(each -> each.referral().file()).collect(Collectors.toSet());
    Map<String, LookAtCareFile.OwnFile> own = lookAtCareFile.ownAmong(files, caller);
    List<MemberTask> tasks = new ArrayList<>();
    for (ViewReferrals.Known each : open) {
      LookAtCareFile.OwnFile file = own.get(each.referral().file());
      if (file != null) { // upholds 6
        tasks.add(task(each, file));
      }
    }
    return tasks;
  }

  private static MemberTask task(ViewReferrals.Known known, LookAtCareFile.OwnFile own) {
    Referral referral = known.referral();
    return new MemberTask(
        REFERRAL + "." + known.id(),
        REFERRAL,
        referral.file(),
        referral.exercise(),
        referral.due(),
        own.owner(referral.owner()));
  }

  @Override
  public void record(Set<String> files, Caller caller) {
    lookAtCareFile.record(files, caller); // upholds 10
  }
}
