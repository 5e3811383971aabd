package org.homeward.alert.orders.alerts;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.alert.node.AlertProblem;
import org.homeward.alert.orders.preview.Rendered;
import org.homeward.durable.document.Guarded;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.ProblemException;
import org.homeward.schema.disclosure.Disclosure;

/** Turns answers about alerts into the alert or a problem for the caller. */
final class AlertRefusals {

  private AlertRefusals() {}

  /** The alert, or the problem. */
  static Guarded<Alert> done(AlertAnswer answer) {
    return switch (answer) {
      case AlertAnswer.Done(Guarded<Alert> alert) -> alert;
      case AlertAnswer.Refused(AlertRefusal why, Set<Hold> holds, Guarded<Alert> alert) ->
          throw refused(why, holds, alert);
      case AlertAnswer.NotProposed(AlertRefusal why) -> throw notProposed(why);
      case AlertAnswer.NotRendered(Rendered why) -> throw notRendered(why);
      case AlertAnswer.AnotherIsLive(String other) ->
          throw AlertProblem.ANOTHER_ALERT_IS_LIVE.problem().with("alert", other).exception();
      case AlertAnswer.Unknown() -> throw FaceProblem.NOT_FOUND.exception();
      case AlertAnswer.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
      case AlertAnswer.Stale() -> throw FaceProblem.PRECONDITION_FAILED.exception();
    };
  }

  private static ProblemException refused(AlertRefusal why, Set<Hold> holds, Guarded<Alert> alert) {
    var problem =
        switch (why) {
          case NOT_NOW -> AlertProblem.NOT_IN_THIS_STATE;
          case SAME_PERSON -> AlertProblem.ANOTHER_PERSON_NEEDED;
          case OTHER_PREVIEW, OTHER_WORD -> AlertProblem.OTHER_PREVIEW;
          case PREVIEW_TOO_OLD, EXPIRED, TOO_LONG -> AlertProblem.APPROVAL_VOID;
          case NOT_IN_REGISTER -> AlertProblem.NOT_IN_REGISTER;
          case HELD -> AlertProblem.ALERT_HELD;
          case NOT_A_SEARCH -> AlertProblem.NOT_A_SEARCH;
          case ORDERS_NOT_CHECKED -> AlertProblem.ORDERS_NOT_CHECKED;
          case NO_SUCH_CHILD -> AlertProblem.NO_SUCH_CHILD;
          case OPERATOR_FREEZES -> AlertProblem.OPERATOR_FREEZES;
          case ANOTHER_IS_LIVE -> AlertProblem.ANOTHER_ALERT_IS_LIVE;
        };
    var said =
        problem
            .problem()
            .with("reason", why.name())
            .with("state", AlertJson.status(alert.state()))
            .with("allowed", AlertJson.allowed(alert.state()));
    return (why == AlertRefusal.HELD ? said.with("holds", names(holds)) : said).exception();
  }

  private static ProblemException notRendered(Rendered why) {
    return switch (why) {
      case Rendered.Ready _ -> throw new IllegalStateException("it was rendered");
      case Rendered.UnknownCase() -> AlertProblem.NOT_KNOWN_HERE_YET.exception();
      case Rendered.NothingReleased() -> AlertProblem.NO_RELEASED_REPORT.exception();
      case Rendered.NobodyMissing() -> AlertProblem.NO_SUCH_CHILD.exception();
      case Rendered.NoLanguage() ->
          FaceProblem.INVALID.problem().error("/languages", "no-words").exception();
      case Rendered.Withheld(Disclosure.Reason reason) -> withheld(reason);
    };
  }

  private static ProblemException notProposed(AlertRefusal refusal) {
    return switch (refusal) {
      case EXPIRED -> until("in-the-past");
      case TOO_LONG -> until("too-late");
      case NOT_IN_REGISTER -> AlertProblem.NOT_IN_REGISTER.exception();
      case NOT_A_SEARCH -> AlertProblem.NOT_A_SEARCH.exception();
      case HELD,
          NOT_NOW,
          SAME_PERSON,
          OTHER_PREVIEW,
          PREVIEW_TOO_OLD,
          ORDERS_NOT_CHECKED,
          OTHER_WORD,
          NO_SUCH_CHILD,
          OPERATOR_FREEZES,
          ANOTHER_IS_LIVE ->
          AlertProblem.ALERT_HELD.problem().with("reason", refusal.name()).exception();
    };
  }

  private static ProblemException until(String rule) {
    return FaceProblem.INVALID.problem().error("/until", rule).exception();
  }

  private static ProblemException withheld(Disclosure.Reason reason) {
    return switch (reason) {
      case AUDIT_UNAVAILABLE -> FaceProblem.UNAVAILABLE.exception();
      case NOT_TO, TRANSFER, EXERCISE ->
          AlertProblem.MAY_NOT_GO_THERE.problem().with("reason", reason.name()).exception();
    };
  }

  private static List<String> names(Set<Hold> holds) {
    return new TreeSet<>(holds).stream().map(Hold::name).toList();
  }
}
