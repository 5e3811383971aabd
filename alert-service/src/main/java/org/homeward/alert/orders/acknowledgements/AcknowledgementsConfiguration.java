package org.homeward.alert.orders.acknowledgements;

import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.util.List;
import org.homeward.alert.node.AlertSettings;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.FollowStates;
import org.homeward.alert.orders.alerts.SeeAlert;
import org.homeward.alert.orders.delivery.Slice;
import org.homeward.alert.orders.delivery.SliceIds;
import org.homeward.alert.subscribers.subscriptions.LinkPages;
import org.homeward.alert.subscribers.subscriptions.SubscriptionNumbers;
import org.homeward.alert.subscribers.webhooks.VerifySignature;
import org.homeward.durable.Aggregate;
import org.homeward.face.access.Permit;
import org.homeward.face.access.Role;
import org.homeward.frame.node.NodeKey;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.operate.SampledGauges;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.Aggregates;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;

/** Acknowledgements: what organisations say to an alert, and who is silent. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AcknowledgementSettings.class)
public class AcknowledgementsConfiguration {

  private static final Role[] ON_THE_CASE = {Role.SUPERVISOR, Role.AUTHORITY};

  public static List<Permit> permits() {
    return List.of(
        Permit.open(HttpMethod.GET, AnswersController.ANSWER),
        Permit.open(HttpMethod.POST, AnswersController.ANSWER),
        Permit.of(
            HttpMethod.GET, OrganisationsController.ORGANISATIONS, Role.OPERATOR, ON_THE_CASE),
        Permit.of(
            HttpMethod.POST, OrganisationsController.ORGANISATIONS, Role.OPERATOR, ON_THE_CASE),
        Permit.of(HttpMethod.GET, OrganisationsController.SILENT, Role.OPERATOR, ON_THE_CASE));
  }

  @Bean
  Aggregate<Answers> answers(Aggregates aggregates) {
    return aggregates.of("answers", Answers.class).declared();
  }

  @Bean
  AnswerTokens answerTokens(NodeSettings node, AlertSettings settings) {
    return new AnswerTokens(NodeKey.in(node.data()), settings.gateway());
  }

  @Bean
  ListOrganisations listOrganisations(
      Aggregate<Answers> answers,
      Aggregate<Slice> slices,
      SliceIds sliceIds,
      SubscriptionNumbers numbers,
      AcknowledgementSettings settings,
      Clock clock) {
    return new ListOrganisations(
        answers.documents(), slices.documents(), sliceIds, numbers, settings.within(), clock);
  }

  @Bean
  CountSilent countSilent(
      Aggregate<Alert> alerts, ListOrganisations listOrganisations, Clock clock) {
    return new CountSilent(alerts.documents(), listOrganisations, clock);
  }

  @Bean
  TakeAnswer takeAnswer(Aggregate<Answers> answers, Aggregate<Alert> alerts) {
    return new TakeAnswer(answers.documents(), alerts.documents());
  }

  @Bean
  AnswersController answersController(
      AnswerTokens answerTokens,
      TakeAnswer takeAnswer,
      VerifySignature verifySignature,
      SubscriptionNumbers numbers,
      Clock clock) {
    return new AnswersController(
        answerTokens, takeAnswer, verifySignature, numbers, new LinkPages(), clock);
  }

  @Bean
  OrganisationsController organisationsController(
      SeeAlert seeAlert,
      ListOrganisations listOrganisations,
      CountSilent countSilent,
      TakeAnswer takeAnswer,
      Clock clock) {
    return new OrganisationsController(seeAlert, listOrganisations, countSilent, takeAnswer, clock);
  }

  /** Before its slices hear of the erasure: until they have, the alarm comes again. */
  @Bean
  @Order(0)
  FollowStates.Alarm forgetAnswers(Aggregate<Answers> answers, Aggregate<Alert> alerts) {
    return new ForgetAnswers(answers.documents(), alerts.documents())::forgetIfErased;
  }

  @Bean
  SampledGauges silenceGauges(CountSilent countSilent) {
    return new SampledGauges()
        .seldom(
            "homeward.alert.silent",
            "organisations that have not answered an alert in time",
            Tags.empty(),
            countSilent::real);
  }

  @Bean
  Background silenceSampling(SampledGauges silenceGauges) {
    return new Background(silenceGauges::start, silenceGauges::close);
  }
}
