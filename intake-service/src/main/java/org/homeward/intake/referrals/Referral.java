package org.homeward.intake.referrals;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.homeward.schema.people.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of a care file is referred to one provider.
 *
 * @param file in which she or he stands
 * @param provider of the directory, with its name and number as they were then
 * @param sheet all that the provider gets
 * @param due until when the next step has to be done
 * @param owner opaque id of the member who sees to it
 * @param steps the oldest first
 * @param standing whether anybody waits; derived, and stored for the list
 */
record Referral(
    boolean exercise,
    String file,
    String provider,
    String name,
    PhoneNumber phone,
    ReferralSheet sheet,
    Instant due,
    String owner,
    Stage stage,
    List<Step> steps,
    @Nullable Standing standing)
    implements KeptReferral {

  /** Whether anybody waits for anything. */
  enum Standing {
    OPEN,
    OVER
  }

  Referral {
    requireNonNull(file, "file");
    requireNonNull(provider, "provider");
    requireNonNull(name, "name");
    requireNonNull(phone, "phone");
    requireNonNull(sheet, "sheet");
    requireNonNull(due, "due");
    requireNonNull(owner, "owner");
    requireNonNull(stage, "stage");
    steps = steps == null ? List.of() : List.copyOf(steps);
    standing = stage.isOver() ? Standing.OVER : Standing.OPEN;
  }

  boolean isOpen() {
    return !stage.isOver();
  }

  boolean isOverdue(Instant now) {
    return isOpen() && !now.isBefore(due);
  }

  /** Another sheet; whoever agreed to the one before has not agreed to this one. */
  Referral redrafted(ReferralSheet next, Instant until, Step step) {
    return new Referral(
        exercise, file, provider, name, phone, next, until, owner, Stage.DRAFT, and(step), null);
  }

  Referral stepping(Step step) {
    return stepping(step, due);
  }

  Referral stepping(Step step, Instant until) {
    return new Referral(
        exercise, file, provider, name, phone, sheet, until, owner, step.stage(), and(step), null);
  }

  Referral ownedBy(String member) {
    return new Referral(
        exercise, file, provider, name, phone, sheet, due, member, stage, steps, null);
  }

  private List<Step> and(Step step) {
    List<Step> all = new ArrayList<>(steps);
    all.add(step);
    return all;
  }

  @Override
  public String toString() {
    return "Referral[" + stage + "]";
  }
}
