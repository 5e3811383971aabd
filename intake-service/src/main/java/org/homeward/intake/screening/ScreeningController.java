package org.homeward.intake.screening;

import java.util.EnumSet;
import java.util.Map;
import org.homeward.face.conditional.SafeToRepeat;
import org.homeward.frame.web.Fields;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a screening asks, and what the rule proposes by any answers; it is about nobody. */
@RestController
class ScreeningController {

  static final String INDICATORS = "/api/v1/screening/indicators";
  static final String PROPOSALS = "/api/v1/screening/proposals";

  private final Indicators indicators;

  ScreeningController(Indicators indicators) {
    this.indicators = indicators;
  }

  @GetMapping(INDICATORS)
  Map<String, Object> indicators() {
    return HttpScreening.indicators(indicators);
  }

  @PostMapping(path = PROPOSALS, consumes = MediaType.APPLICATION_JSON_VALUE)
  @SafeToRepeat("nothing is kept")
  Map<String, Object> propose(@RequestBody byte[] body) {
    Fields fields = Fields.of(body);
    Age of = fields.requiredCode("of", EnumSet.allOf(Age.class));
    Answers answers = ScreeningBody.answers(fields, indicators, of);
    fields.check();
    return HttpScreening.proposal(ProposedVictim.of(indicators, answers), indicators);
  }
}
