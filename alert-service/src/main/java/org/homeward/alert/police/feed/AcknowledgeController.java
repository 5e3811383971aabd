package org.homeward.alert.police.feed;

import java.util.EnumSet;
import java.util.Map;
import org.homeward.alert.node.AlertProblem;
import org.homeward.alert.police.desks.KnownDesk;
import org.homeward.alert.police.formats.FeedAddress;
import org.homeward.alert.police.notices.AcknowledgeNotice.Taken;
import org.homeward.alert.police.notices.Acknowledgement;
import org.homeward.alert.police.notices.PoliceNotice;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A desk, by its program or its people, says what it does about a notice. */
@RestController
class AcknowledgeController {

  private final ShowNotice showNotice;

  AcknowledgeController(ShowNotice showNotice) {
    this.showNotice = showNotice;
  }

  @PostMapping(path = FeedAddress.ACKNOWLEDGE, consumes = MediaType.APPLICATION_JSON_VALUE)
  Map<String, Object> acknowledge(
      @PathVariable String id,
      @RequestBody byte[] body,
      RequestCommand command,
      @AuthenticationPrincipal KnownDesk desk) {
    ShowNotice.Found found =
        showNotice.find(desk, id).orElseThrow(FaceProblem.NOT_FOUND::exception);
    Fields fields = Fields.of(body);
    Acknowledgement.Word says =
        fields.requiredCode("says", EnumSet.allOf(Acknowledgement.Word.class));
    fields.check();
    switch (showNotice.show(desk, found)) { // upholds 10
      case ShowNotice.Shown.Item _ -> {}
      case ShowNotice.Shown.Nothing() -> throw FaceProblem.NOT_FOUND.exception();
      case ShowNotice.Shown.Unrecorded() -> throw FaceProblem.UNAVAILABLE.exception();
    }
    return switch (showNotice.acknowledge(desk, found, says, Commands.of(command))) {
      case WriteOutcome.Written(var now, var _) -> said(now, desk);
      case WriteOutcome.Kept(var now, Taken taken) ->
          switch (taken) {
            case STANDS -> said(now, desk);
            case OVER -> throw AlertProblem.NOTICE_OVER.exception();
            case NOT_FOR_DESK -> throw FaceProblem.NOT_FOUND.exception();
          };
      case WriteOutcome.Repeated(var now, var _) -> said(now, desk);
      case WriteOutcome.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
      case WriteOutcome.Absent() -> throw FaceProblem.NOT_FOUND.exception();
      case WriteOutcome.Stale(var _) -> throw FaceProblem.PRECONDITION_FAILED.exception();
    };
  }

  /** The present word of this desk, whoever of it has said so. */
  private static Map<String, Object> said(Guarded<PoliceNotice> now, KnownDesk desk) {
    if (now.state() instanceof PoliceNotice.Active active) {
      Acknowledgement said = active.acknowledged().get(desk.desk());
      if (said != null) {
        return Map.of("says", said.says().name(), "at", said.at().toString());
      }
    }
    throw AlertProblem.NOTICE_OVER.exception();
  }
}
