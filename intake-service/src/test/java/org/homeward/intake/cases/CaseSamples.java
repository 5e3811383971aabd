package org.homeward.intake.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.durable.command.Command;
import org.homeward.face.access.Role;
import org.homeward.intake.proposals.Proposal;
import org.homeward.intake.rulings.Decided;
import org.homeward.intake.rulings.EraseReason;
import org.homeward.intake.rulings.Freeze;
import org.homeward.intake.rulings.KindRuling;
import org.homeward.intake.rulings.Matter;
import org.homeward.intake.rulings.OrdersCheck;
import org.homeward.intake.rulings.PhotoRuling;
import org.homeward.intake.rulings.Word;
import org.homeward.intake.staff.Staff;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.facts.CasePhoto;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.PhotoLabel;
import org.homeward.schema.facts.PhotoSource;
import org.homeward.schema.facts.PhotoWitness;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Report;
import org.homeward.schema.facts.Risk;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.ChildState;
import org.homeward.schema.people.ChildStatus;
import org.homeward.schema.people.OrdersFinding;
import org.homeward.schema.people.Outcome;
import org.homeward.schema.people.Verification;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/** Cases in each state, and a command of each kind. */
final class CaseSamples {
  private CaseSamples() {}

  static final Instant NOW = Instant.parse("2026-03-01T22:15:00Z");

  enum Release {
    UNDECIDED(new PoliceRelease.Held(Code.of(HoldReason.UNDECIDED), NOW)),
    HELD(new PoliceRelease.Held(Code.of(HoldReason.REFUSED), NOW)),
    BY_PHONE(new PoliceRelease.ByPhone("desk", NOW, "ref", null)),
    RELEASED(new PoliceRelease.Released("desk", Code.of(Basis.PUBLIC_TASK)));

    private final PoliceRelease value;

    Release(PoliceRelease value) {
      this.value = value;
    }
  }

  static Case aCase(boolean frozen, ChildState child, Release release, Proposal proposal) {
    return aCase(null, frozen, child, release, proposal);
  }

  static Case aForeignCase(boolean frozen, ChildState child, Release release) {
    return aCase("handover/h1", frozen, child, release, Proposal.RELEASE)
        .keptFrom(Set.of("person:p7"));
  }

  private static Case aCase(
      @Nullable String broughtBy,
      boolean frozen,
      ChildState child,
      Release release,
      Proposal proposal) {
    KeptChild kept =
        switch (child) {
          case MISSING -> KeptChild.MISSING;
          case LOCATED_UNVERIFIED -> KeptChild.LOCATED;
          case ENDED ->
              new KeptChild(
                  ChildStatus.ended(Outcome.FOUND_SAFE, Verification.POLICE_REFERENCE), "KU 1");
        };
    Says says = Says.builder().children(Map.of("c1", ChildFacts.EMPTY)).build();
    var report = new Report("r1", NOW, Code.of(Channel.PHONE), release.value, says);
    var keptReport =
        new KeptReport(
            report,
            List.of("c1"),
            proposal,
            "p1",
            new Command("k", "h"),
            null,
            Map.of(),
            Says.EMPTY);
    var sighted =
        new Heard(
            1,
            Set.of(Task.Kind.READ_SIGHTING),
            Map.of(),
            List.of(new Happening(1, "handover.sighted.v1", NOW, "p9")),
            List.of(),
            Map.of());
    return new Case(
        "case1",
        broughtBy == null ? "rs" : "gr",
        false,
        NOW,
        broughtBy,
        frozen ? new Freeze(NOW, "p1") : null,
        Set.of("country:TR", "person:p7"),
        Map.of("c1", kept),
        List.of(keptReport),
        List.of(),
        Map.of("handover/h1", sighted));
  }

  /** The same of another kind, as if it had been opened so. */
  static Case ofKind(CaseKind kind, Case same) {
    return same.with(same.rulings().being(KindRuling.opened(kind, NOW)));
  }

  /** With a photo of its child, which people have released to everybody. */
  static Case pictured(Case of) {
    var photo =
        new CasePhoto(
            "p1",
            "c1",
            Code.of(PhotoSource.FAMILY),
            null,
            Code.of(PhotoWitness.PARENT),
            Code.of(PhotoLabel.UNCHANGED),
            Set.of(Audience.PUBLIC, Audience.PARTNER, Audience.POLICE),
            Map.of("400", "0".repeat(64)),
            Map.of("400", "1".repeat(64)));
    return of.with(of.rulings().ruling("p1", new PhotoRuling(1, photo)));
  }

  static KeptReport further(Says says) {
    var held = new PoliceRelease.Held(Code.of(HoldReason.UNDECIDED), NOW);
    return new KeptReport(
        new Report("r2", NOW, Code.of(Channel.PHONE), held, says),
        List.of(),
        Proposal.RELEASE,
        "p2",
        new Command("k2", "h"),
        null,
        Map.of(),
        Says.EMPTY);
  }

  static OrdersCheck.Said noOrders(String reference) {
    return new OrdersCheck.Said(OrdersFinding.NONE_FOUND, reference, "Marković", null, null);
  }

  static CaseCommand command(CaseCommand.Move move) {
    return switch (move) {
      case JOIN -> new CaseCommand.Join(further(Says.EMPTY), List.of(), false);
      case AMEND ->
          new CaseCommand.Amend(
              "r1", (s, children) -> Optional.of(s.with().risk(Risk.of(RiskLevel.HIGH)).build()));
      case RELEASE ->
          new CaseCommand.Release(
              "r1", new PoliceRelease.Released("desk", Code.of(Basis.PUBLIC_TASK)), null, false);
      case HOLD -> new CaseCommand.Hold("r1", HoldReason.REFUSED, false);
      case FREEZE -> new CaseCommand.FreezeAll();
      case LIFT -> new CaseCommand.Lift(1, null, "mistaken", Set.of(Role.SUPERVISOR));
      case END_BRAKE -> new CaseCommand.EndBrake(Map.of("h1", 1L), "called them");
      case KEEP_FROM -> new CaseCommand.KeepFrom(Set.of("person:p8"), true, Staff.UNKNOWN);
      case SHOW_AGAIN ->
          new CaseCommand.ShowAgain(Set.of("person:p7"), "cleared", Set.of(Role.SUPERVISOR));
      case CHECK_ORDERS -> new CaseCommand.CheckOrders(noOrders("KU 417/26"));
      case GO_MISSING -> new CaseCommand.GoMissing("gone from school");
      case RENEW_AT_RISK -> new CaseCommand.RenewAtRisk("he has said it again");
      case LOCATE -> new CaseCommand.Locate("c1");
      case END ->
          new CaseCommand.End("c1", Outcome.FOUND_SAFE, Verification.POLICE_REFERENCE, "KU 1");
      case FINISH_TASK -> new CaseCommand.FinishTask("READ_SIGHTING.handover.h1");
      case SEE_DECISION -> new CaseCommand.SeeDecision(1);
      case ERASE -> new CaseCommand.Erase(EraseReason.SUBJECT_REQUEST, Set.of(Role.DPO));
    };
  }

  /** Circumstances that change what becomes of a command. */
  enum Before {
    NOTHING(""),
    FIRST_WORD(" as second word"),
    BRAKED(" when braked"),
    DECIDED(" of another person"),
    CHECKED(" once more"),
    ALL_OVER(" when all is over");

    private final String label;

    Before(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }

    static List<Before> of(CaseCommand.Move move) {
      return switch (move) {
        case LIFT, SHOW_AGAIN -> List.of(NOTHING, FIRST_WORD);
        case ERASE -> List.of(NOTHING, FIRST_WORD, ALL_OVER);
        case END_BRAKE -> List.of(NOTHING, BRAKED);
        case SEE_DECISION -> List.of(NOTHING, DECIDED);
        case CHECK_ORDERS -> List.of(NOTHING, CHECKED);
        case JOIN,
            AMEND,
            RELEASE,
            HOLD,
            FREEZE,
            KEEP_FROM,
            GO_MISSING,
            RENEW_AT_RISK,
            LOCATE,
            END,
            FINISH_TASK ->
            List.of(NOTHING);
      };
    }

    Case in(Case was, CaseCommand.Move move) {
      return switch (this) {
        case NOTHING -> was;
        case FIRST_WORD -> was.with(was.rulings().waitingFor(List.of(firstWord(move))));
        case BRAKED ->
            was.hearing(
                "handover/h1",
                Heard.told(2, Set.of(), List.of(), List.of(), Map.of(Heard.Mark.LONE_BRAKE, 1L)));
        case DECIDED -> {
          var held = Decided.held("r1", HoldReason.REFUSED, "p2", NOW);
          yield was.with(was.rulings().deciding(held));
        }
        case CHECKED -> {
          var check =
              new OrdersCheck(
                  noOrders("KU 417/26"), was.children().keySet(), OrdersWord.asked(was), "p2", NOW);
          yield was.with(was.rulings().checking(check));
        }
        case ALL_OVER ->
            was.hearing(
                "handover/h1",
                Heard.told(2, Set.of(), List.of(), List.of(), Map.of(Heard.Mark.OVER, 2L)));
      };
    }

    private static Word firstWord(CaseCommand.Move move) {
      return switch (move) {
        case LIFT -> word(Matter.Kind.LIFT_FREEZE, "1", Role.AUTHORITY);
        case SHOW_AGAIN -> word(Matter.Kind.SHOW_AGAIN, "person:p7", Role.DPO);
        case ERASE -> word(Matter.Kind.ERASE, "SUBJECT_REQUEST", Role.SUPERVISOR);
        default -> throw new IllegalArgumentException(move + " is one person's");
      };
    }
  }

  static Word word(Matter.Kind kind, String of, Role role) {
    return new Word(new Matter(kind, Set.of(of)), "p2", Set.of(role), "so it is", NOW);
  }

  static ErasedCase anErasedCase() {
    return aCase(false, ChildState.MISSING, Release.RELEASED, Proposal.RELEASE)
        .erased(EraseReason.SUBJECT_REQUEST);
  }
}
