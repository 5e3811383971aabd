package org.homeward.bridge.config;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.stream.Stream;
import org.homeward.bridge.handovers.ChangeHandover;
import org.homeward.bridge.handovers.ChildIds;
import org.homeward.bridge.handovers.FollowOwnCase;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.Offers;
import org.homeward.bridge.http.HttpDelivery;
import org.homeward.bridge.messages.Attempts;
import org.homeward.bridge.messages.Delivery;
import org.homeward.bridge.messages.HearPartner;
import org.homeward.bridge.messages.Knocks;
import org.homeward.bridge.messages.PartnerSilence;
import org.homeward.bridge.messages.PrepareMessage;
import org.homeward.bridge.messages.ReceiveMessage;
import org.homeward.bridge.messages.SendMessages;
import org.homeward.bridge.messages.SendSettings;
import org.homeward.bridge.messages.SendSoon;
import org.homeward.bridge.mongo.LogMessageAudit;
import org.homeward.bridge.mongo.MongoMessageLog;
import org.homeward.bridge.partners.Partners;
import org.homeward.bridge.telling.TellPartner;
import org.homeward.copies.CaseCopy;
import org.homeward.durable.Aggregate;
import org.homeward.durable.document.Incarnation;
import org.homeward.durable.log.Log;
import org.homeward.frame.node.NodeSettings;
import org.homeward.schema.bridge.DeliveryResult;
import org.homeward.schema.bridge.MessageOpener;
import org.homeward.schema.bridge.NodeKeys;
import org.homeward.schema.bridge.Partner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Messages to partners and from them. */
@Configuration(proxyBeanMethods = false)
public class MessagesConfiguration {

  @Bean
  SendSettings sendSettings(BridgeSettings settings) {
    return new SendSettings(settings.resend(), settings.resendMax(), settings.deadline());
  }

  @Bean
  HttpDelivery delivery(BridgeSettings settings) {
    return new HttpDelivery(settings.deadline());
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
      Delivery delivery,
      SendSettings settings,
      PartnerSilence partnerSilence,
      MeterRegistry metrics,
      Clock clock) {
    Stream.concat(
            Stream.of(DeliveryResult.values()).map(Enum::name), Stream.of(SendMessages.UNANSWERED))
        .forEach(outcome -> deliveries(metrics, outcome)); // numbers before there is a message
    return new SendMessages(
        changeHandover,
        prepareMessage,
        tellPartner,
        attempts,
        partners,
        messageLog,
        delivery,
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
        sendMessages, id -> changeHandover.find(id).map(h -> h.state().partner()).orElse(""));
  }

  @Bean
  ReceiveMessage receiveMessage(
      Aggregate<Handover> handovers,
      Aggregate<CaseCopy> caseCopies,
      Offers offers,
      ChildIds childIds,
      Partners partners,
      NodeKeys nodeKeys,
      NodeSettings node,
      MongoMessageLog messageLog,
      Log audit,
      Incarnation incarnation,
      MeterRegistry metrics,
      Clock clock) {
    var messageAudit = new LogMessageAudit(audit, clock);
    metrics.counter("homeward.bridge.unanswered", "word", "none"); // before anybody knocks
    var knocks =
        new Knocks(
            messageAudit,
            word -> metrics.counter("homeward.bridge.unanswered", "word", word).increment(),
            clock);
    return new ReceiveMessage(
        handovers.documents(),
        new HearPartner(handovers.documents(), caseCopies.documents(), offers, childIds, clock),
        partners,
        new MessageOpener(node.node(), nodeKeys),
        nodeKeys.signing(),
        messageLog,
        messageAudit,
        knocks,
        incarnation,
        clock);
  }
}
