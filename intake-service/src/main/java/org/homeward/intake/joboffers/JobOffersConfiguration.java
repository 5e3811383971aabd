package org.homeward.intake.joboffers;

import static org.homeward.face.access.Role.CONFIDANT;
import static org.homeward.face.access.Role.OPERATOR;
import static org.homeward.face.access.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;

import java.util.List;
import org.homeward.face.access.Permit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The questions about a job offer; a call keeps the answers. */
@Configuration(proxyBeanMethods = false)
public class JobOffersConfiguration {

  /** The team that takes calls; what it asks is no secret. */
  public static List<Permit> permits() {
    return List.of(
        Permit.of(GET, OfferQuestionsController.QUESTIONS, OPERATOR, SUPERVISOR, CONFIDANT));
  }

  /** A file with a hole stops the start here. */
  @Bean
  OfferQuestions offerQuestions() {
    return OfferQuestionFile.ours();
  }

  @Bean
  OfferQuestionsController offerQuestionsController(OfferQuestions offerQuestions) {
    return new OfferQuestionsController(offerQuestions);
  }
}
