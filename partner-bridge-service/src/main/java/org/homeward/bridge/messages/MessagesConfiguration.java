package org.homeward.bridge.messages;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.stream.Stream;
import org.homeward.bridge.disclosure.TellPartner;
import org.homeward.bridge.handovers.ChangeHandover;
import org.homeward.bridge.handovers.FollowOwnCase;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.HearPartner;
import org.homeward.bridge.handovers.desk.ViewHandovers;
import org.homeward.bridge.partners.Partners;
import org.homeward.copies.CaseCopy;
import org.homeward.durable.Aggregate;
import org.homeward.durable.document.Incarnation;
import org.homeward.durable.log.Log;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.operate.SampledGauges;
import org.homeward.frame.start.AtOpening;
import org.homeward.frame.start.Background;
import org.homeward.schema.bridge.MessageOpener;
import org.homeward.schema.bridge.NodeKeys;
import org.homeward.schema.bridge.Partner;
import org.homeward.schema.bridge.ReceiptResult;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Messages to partners and from them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SendSettings.class)
public class MessagesConfiguration {

  @Bean
  MongoMessageLog messageLog(MongoDatabase database, Incarnation incarnation, Clock clock) {
    return new MongoMessageLog(database, incarnation, clock);
  }

  @Bean
  AtOpening messageLogOpening(MongoMessageLog messageLog) {
    return messageLog::prepare;
  }

  @Bean
  HttpPartnerBridge partnerBridge(SendSettings settings) {
    return new HttpPartnerBridge(settings.deadline());
  }

  @Bean
  Attempts attempts(Aggregate<Handover> handovers, SendSettings settings, Clock clock) {
    return new Attempts(handovers.documents(), settings, clock);
  }

  @Bean
  PrepareMessage prepareMessage(
      ChangeHandover changeHandover,
      TellPartner tellPartner,
      Attempts attempts,
      FollowOwnCase followOwnCase,
      Aggregate<CaseCopy> caseCopies,
      NodeKeys nodeKeys,
      NodeSettings node,
      Incarnation incarnation,
      Clock clock) {
    return new PrepareMessage(
        changeHandover,
        tellPartner,
        attempts,
        followOwnCase,
        caseCopies.documents(),
        nodeKeys.signing(),
        node.node(),
        incarnation,
        clock);
  }

  @Bean
  PartnerSilence partnerSilence(Partners partners) {
    return new PartnerSilence(() -> partners.all().stream().map(Partner::node));
  }

  @Bean
  SendMessages sendMessages(
      ChangeHandover changeHandover,
      PrepareMessage prepareMessage,
      TellPartner tellPartner,
      Attempts attempts,
      Partners partners,
      MongoMessageLog messageLog,
      PartnerBridge partnerBridge,
      SendSettings settings,
      PartnerSilence partnerSilence,
      MeterRegistry metrics,
      Clock clock) {
    Stream.concat(
            Stream.of(ReceiptResult.values()).map(Enum::name), Stream.of(SendMessages.UNANSWERED))
        .forEach(outcome -> deliveries(metrics, outcome)); // numbers before there is a message
    return new SendMessages(
        changeHandover,
        prepareMessage,
        tellPartner,
        attempts,
        partners,
        messageLog,
        partnerBridge,
        settings,
        (partner, outcome) -> {
          deliveries(metrics, outcome).increment();
          partnerSilence.ended(partner, outcome);
        },
        clock);
  }

  private static Counter deliveries(MeterRegistry metrics, String outcome) {
    return metrics.counter("homeward.bridge.deliveries", "outcome", outcome);
  }

  @Bean
  SendSoon sendSoon(SendMessages sendMessages, ChangeHandover changeHandover) {
    return new SendSoon(
        sendMessages::send, id -> changeHandover.find(id).map(h -> h.state().partner()).orElse(""));
  }

  @Bean
  ReceiveMessage receiveMessage(
      Aggregate<Handover> handovers,
      HearPartner hearPartner,
      Partners partners,
      NodeKeys nodeKeys,
      NodeSettings node,
      MongoMessageLog messageLog,
      Log audit,
      Incarnation incarnation,
      MeterRegistry metrics,
      Clock clock) {
    var messageAudit = new MongoMessageAudit(audit, clock);
    metrics.counter("homeward.bridge.unanswered", "word", "none"); // before anybody knocks
    var knocks =
        new Knocks(
            messageAudit,
            word -> metrics.counter("homeward.bridge.unanswered", "word", word).increment(),
            clock);
    return new ReceiveMessage(
        handovers.documents(),
        hearPartner,
        partners,
        new MessageOpener(node.node(), nodeKeys),
        nodeKeys.signing(),
        messageLog,
        messageAudit,
        knocks,
        incarnation,
        metrics.counter("homeward.bridge.unknown.fields")::increment,
        clock);
  }

  @Bean
  SampledGauges messageGauges(PartnerSilence partnerSilence) {
    return new SampledGauges()
        .list(
            "homeward.bridge.partner.unanswered",
            "attempts in a row that a partner has not answered",
            "",
            "partner",
            partnerSilence::byPartner);
  }

  @Bean
  Background messageSampling(SampledGauges messageGauges) {
    return new Background(messageGauges::start, messageGauges::close);
  }

  @Bean
  MessagesController messagesController(ReceiveMessage receiveMessage) {
    return new MessagesController(receiveMessage);
  }

  @Bean
  RegisterController registerController(ViewHandovers viewHandovers, MongoMessageLog messageLog) {
    return new RegisterController(viewHandovers, messageLog);
  }
}
