package org.homeward.bridge.messages;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.homeward.bridge.disclosure.GivePhoto;
import org.homeward.bridge.disclosure.PartnerGate;
import org.homeward.bridge.handovers.ChangeHandover;
import org.homeward.bridge.handovers.FollowOwnCase;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.HearPartner;
import org.homeward.bridge.handovers.desk.ViewHandovers;
import org.homeward.bridge.partners.Partners;
import org.homeward.bridge.photos.HeldPhotos;
import org.homeward.copies.CaseCopy;
import org.homeward.durable.Aggregate;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.log.Log;
import org.homeward.durable.store.Incarnation;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.operate.SampledGauges;
import org.homeward.frame.start.AtOpening;
import org.homeward.frame.start.Background;
import org.homeward.schema.bridge.MessageOpener;
import org.homeward.schema.bridge.ReceiptResult;
import org.homeward.schema.bridge.keys.NodeKeys;
import org.homeward.schema.bridge.partners.Partner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Messages to partners and from them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SendSettings.class, OwnPhotosSettings.class})
public class MessagesConfiguration {

  private static final Duration CONNECT = Duration.ofSeconds(5);

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
      PartnerGate partnerGate,
      Attempts attempts,
      FollowOwnCase followOwnCase,
      Aggregate<CaseCopy> caseCopies,
      HeldPhotos heldPhotos,
      NodeKeys nodeKeys,
      NodeSettings node,
      Incarnation incarnation,
      Clock clock) {
    return new PrepareMessage(
        changeHandover,
        partnerGate,
        attempts,
        followOwnCase,
        caseCopies.documents(),
        heldPhotos,
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
      PartnerGate partnerGate,
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
        partnerGate,
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
  MessageAudit messageAudit(Log audit, Clock clock) {
    return new MongoMessageAudit(audit, clock);
  }

  @Bean
  Knocks knocks(MessageAudit messageAudit, MeterRegistry metrics, Clock clock) {
    metrics.counter("homeward.bridge.unanswered", "word", "none"); // before anybody knocks
    return new Knocks(
        messageAudit,
        word -> metrics.counter("homeward.bridge.unanswered", "word", word).increment(),
        clock);
  }

  @Bean
  ReceiveMessage receiveMessage(
      Aggregate<Handover> handovers,
      HearPartner hearPartner,
      Partners partners,
      NodeKeys nodeKeys,
      NodeSettings node,
      MongoMessageLog messageLog,
      MessageAudit messageAudit,
      Knocks knocks,
      Incarnation incarnation,
      MeterRegistry metrics,
      Clock clock) {
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
  OwnPhotos ownPhotos(OwnPhotosSettings settings, DerivedIds ids) {
    HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    return new HttpOwnPhotos(http, settings.intake(), ids);
  }

  @Bean
  AnswerPhoto answerPhoto(
      Partners partners,
      NodeKeys nodeKeys,
      ChangeHandover changeHandover,
      GivePhoto givePhoto,
      OwnPhotos ownPhotos,
      MongoMessageLog messageLog,
      Knocks knocks,
      Clock clock) {
    return new AnswerPhoto(
        partners, nodeKeys, changeHandover, givePhoto, ownPhotos, messageLog, knocks, clock);
  }

  @Bean
  HttpOwnerPhotos ownerPhotos(
      HttpPartnerBridge partnerBridge,
      Partners partners,
      NodeKeys nodeKeys,
      SendSettings settings,
      Clock clock) {
    return new HttpOwnerPhotos(partnerBridge, partners, nodeKeys, settings.deadline(), clock);
  }

  @Bean
  PhotoRequestsController photoRequestsController(AnswerPhoto answerPhoto) {
    return new PhotoRequestsController(answerPhoto);
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
