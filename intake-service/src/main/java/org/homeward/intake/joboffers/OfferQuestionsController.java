package org.homeward.intake.joboffers;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The questions about a job offer; they are about nobody. */
@RestController
class OfferQuestionsController {

  static final String QUESTIONS = "/api/v1/job-offers/questions";

  private final OfferQuestions questions;

  OfferQuestionsController(OfferQuestions questions) {
    this.questions = questions;
  }

  @GetMapping(QUESTIONS)
  Map<String, Object> questions() {
    return HttpJobOffers.questions(questions);
  }
}
