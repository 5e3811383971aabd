package org.homeward.intake.orders;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.frame.web.Fields;
import org.homeward.intake.cases.CaseCommand;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.rulings.OrdersCheck;
import org.homeward.schema.people.OrdersFinding;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Records the word of police about custody and protection orders, or takes it back. */
@RestController
class OrdersController {

  private static final int LONGEST_LINE = 100;
  private static final int LONGEST_TEXT = 500;
  private static final Set<OrdersFinding> FINDINGS =
      EnumSet.of(OrdersFinding.NONE_FOUND, OrdersFinding.FOUND, OrdersFinding.MISTAKEN);

  private final LookAtCase lookAtCase;
  private final ChangeCase changeCase;

  OrdersController(LookAtCase lookAtCase, ChangeCase changeCase) {
    this.lookAtCase = lookAtCase;
    this.changeCase = changeCase;
  }

  @PostMapping(
      path = "/api/v1/cases/{id}/orders-checked",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> check(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    LookAtCase.Seen seen = HttpAnswers.found(lookAtCase.at(id, Viewer.of(caller)));
    Fields fields = Fields.of(body);
    OrdersFinding finding = fields.requiredCode("finding", FINDINGS);
    var said =
        finding == OrdersFinding.MISTAKEN
            ? new OrdersCheck.Said(
                finding, null, null, null, fields.requiredLines("note", LONGEST_TEXT))
            : new OrdersCheck.Said(
                finding,
                fields.requiredText("reference", LONGEST_LINE),
                fields.requiredText("officer", LONGEST_LINE),
                finding == OrdersFinding.FOUND
                    ? fields.requiredLines("orders", LONGEST_TEXT)
                    : null,
                fields.lines("note", LONGEST_TEXT));
    fields.check();
    return HttpAnswers.to(changeCase, seen, command, new CaseCommand.CheckOrders(said));
  }
}
