package org.homeward.intake.cases;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.face.access.Role;
import org.homeward.intake.rulings.EraseReason;
import org.homeward.intake.rulings.OrdersCheck;
import org.homeward.intake.staff.Staff;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.Outcome;
import org.homeward.schema.people.Verification;
import org.jspecify.annotations.Nullable;

/** A person's command to a case. */
public sealed interface CaseCommand {

  Move move();

  /** One more contact about the same episode. */
  record Join(KeptReport report, List<String> newChildren, boolean exercise)
      implements CaseCommand {
    @Override
    public Move move() {
      return Move.JOIN;
    }
  }

  /** The facts of a report once it is amended; empty when the author would see no change. */
  interface Amendment {

    /**
     * @param children ids of the children of the case
     */
    Optional<Says> of(Says says, Set<String> children);
  }

  /** Correct or complete what a report says. */
  record Amend(String report, Amendment amendment) implements CaseCommand {
    @Override
    public Move move() {
      return Move.AMEND;
    }
  }

  /**
   * Tell the police.
   *
   * @param release released to a desk's feed, or told by phone
   * @param reason why against the proposal, for those who are not supervisors
   */
  record Release(
      String report, PoliceRelease release, @Nullable String reason, boolean bySupervisor)
      implements CaseCommand {
    @Override
    public Move move() {
      return Move.RELEASE;
    }
  }

  /** Keep from the police for now, or for another while. */
  record Hold(String report, HoldReason reason, boolean bySupervisor) implements CaseCommand {
    @Override
    public Move move() {
      return Move.HOLD;
    }
  }

  /**
   * Nothing new goes out, at once.
   *
   * @param number which freeze of the case it was, when it comes again after a restore
   */
  record FreezeAll(int number) implements CaseCommand {

    public static final int NEW = Integer.MAX_VALUE;

    public FreezeAll() {
      this(NEW);
    }

    @Override
    public Move move() {
      return Move.FREEZE;
    }
  }

  /**
   * Something new goes out again: the word of one of two persons.
   *
   * @param freeze which of the case's freezes
   * @param nodeStop the last stop of the whole node that is known; null while there was none
   */
  record Lift(int freeze, @Nullable Long nodeStop, String reason, Set<Role> roles)
      implements CaseCommand {
    @Override
    public Move move() {
      return Move.LIFT;
    }
  }

  /**
   * Brakes of partners that hold the case are answered.
   *
   * @param brakes the count by id of the handover, as the person has seen it; later ones still hold
   */
  record EndBrake(Map<String, Long> brakes, String reason) implements CaseCommand {
    @Override
    public Move move() {
      return Move.END_BRAKE;
    }
  }

  /**
   * More who must not learn of it.
   *
   * @param staff who is who here, as far as it is known
   */
  record KeepFrom(Set<String> entries, boolean bySupervisor, Staff staff) implements CaseCommand {
    @Override
    public Move move() {
      return Move.KEEP_FROM;
    }
  }

  /** These may learn of it again: the word of one of two persons. */
  record ShowAgain(Set<String> entries, String reason, Set<Role> roles) implements CaseCommand {
    @Override
    public Move move() {
      return Move.SHOW_AGAIN;
    }
  }

  /** Police have said whether there are custody or protection orders. */
  record CheckOrders(OrdersCheck.Said said) implements CaseCommand {
    @Override
    public Move move() {
      return Move.CHECK_ORDERS;
    }
  }

  /**
   * The child of a case at risk is missing now.
   *
   * @param reason in the person's words; null where there is no time for them
   */
  record GoMissing(@Nullable String reason) implements CaseCommand {
    @Override
    public Move move() {
      return Move.GO_MISSING;
    }
  }

  /** A case at risk stands for another year. */
  record RenewAtRisk(String reason) implements CaseCommand {
    @Override
    public Move move() {
      return Move.RENEW_AT_RISK;
    }
  }

  /**
   * A statement of where the child is, without verification; it freezes the case.
   *
   * @param freeze which freeze of the case it was, when it comes again after a restore
   */
  record Locate(String child, int freeze) implements CaseCommand {

    public Locate(String child) {
      this(child, FreezeAll.NEW);
    }

    @Override
    public Move move() {
      return Move.LOCATE;
    }
  }

  /** The child's episode is over, verified by police, authority or own staff. */
  record End(String child, Outcome outcome, Verification verifiedBy, String reference)
      implements CaseCommand {

    /** An end after a restore: its codes are known, its reference is lost. */
    public static End again(String child, Outcome outcome, Verification verifiedBy) {
      return new End(child, outcome, verifiedBy, KeptChild.LOST_REFERENCE);
    }

    @Override
    public Move move() {
      return Move.END;
    }
  }

  /** A task of an alert, a stop or a handover is finished. */
  record FinishTask(String task) implements CaseCommand {
    @Override
    public Move move() {
      return Move.FINISH_TASK;
    }
  }

  /** A second person has looked at what the first decided alone. */
  record SeeDecision(int number) implements CaseCommand {
    @Override
    public Move move() {
      return Move.SEE_DECISION;
    }
  }

  /** Erases the case to its tombstone; as long as it lives, the word of one of two persons. */
  record Erase(EraseReason reason, Set<Role> roles) implements CaseCommand {
    @Override
    public Move move() {
      return Move.ERASE;
    }
  }

  /** An erasure after a restore: it was decided before. */
  record EraseAgain(EraseReason reason) implements CaseCommand {
    @Override
    public Move move() {
      return Move.ERASE;
    }
  }

  /** Kinds of command, in the order of the decision table. */
  enum Move {
    JOIN,
    AMEND,
    RELEASE,
    HOLD,
    FREEZE,
    LIFT,
    END_BRAKE,
    KEEP_FROM,
    SHOW_AGAIN,
    CHECK_ORDERS,
    GO_MISSING,
    RENEW_AT_RISK,
    LOCATE,
    END,
    FINISH_TASK,
    SEE_DECISION,
    ERASE;

    private static final Set<Move> ON_CASES_AT_RISK = EnumSet.of(GO_MISSING, RENEW_AT_RISK);

    private static final Set<Move> ON_FOREIGN_CASES =
        EnumSet.of(
            RELEASE,
            HOLD,
            FREEZE,
            LIFT,
            END_BRAKE,
            KEEP_FROM,
            SHOW_AGAIN,
            CHECK_ORDERS,
            FINISH_TASK,
            SEE_DECISION);

    /** Facts, ends and erasure are the owner's. */
    boolean isTheOwners() {
      return !ON_FOREIGN_CASES.contains(this);
    }

    /** The moves that a refusal names as possible instead. */
    static Set<Move> of(Case now) {
      Set<Move> moves =
          switch (now.standing()) {
            case OPEN, FROZEN -> EnumSet.allOf(Move.class);
            case ENDED ->
                EnumSet.of(
                    FREEZE, KEEP_FROM, SHOW_AGAIN, CHECK_ORDERS, FINISH_TASK, SEE_DECISION, ERASE);
          };
      if (!now.isFrozen()) moves.remove(LIFT);
      if (!now.isBraked()) moves.remove(END_BRAKE);
      if (!now.rulings().kind().is(CaseKind.AT_RISK)) moves.removeAll(ON_CASES_AT_RISK);
      if (now.isForeign()) {
        moves.removeIf(Move::isTheOwners);
      }
      return moves;
    }
  }
}
