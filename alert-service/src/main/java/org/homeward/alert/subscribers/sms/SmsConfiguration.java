package org.homeward.alert.subscribers.sms;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.alert.node.AlertSettings;
import org.homeward.alert.node.CountedAnswers;
import org.homeward.alert.registers.ConfirmEntry;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.subscribers.destinations.EndsOwed;
import org.homeward.alert.subscribers.mail.DomainBreakers;
import org.homeward.alert.subscribers.mail.MailResult;
import org.homeward.alert.subscribers.organisations.EntryGauges;
import org.homeward.alert.subscribers.organisations.HttpEntries;
import org.homeward.alert.subscribers.organisations.ListEntries;
import org.homeward.alert.subscribers.organisations.MongoEntryNumbers;
import org.homeward.durable.Aggregate;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.log.Log;
import org.homeward.durable.publication.Drain;
import org.homeward.face.access.Permit;
import org.homeward.face.access.Role;
import org.homeward.frame.node.NodeKey;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.operate.SampledGauges;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.Aggregates;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Text messages: phones of organisations that are told of alerts, and the provider between. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SmsSettings.class)
public class SmsConfiguration {

  private static final String WHEN_OFF =
      "Phones of organisations are registered, and this node has no provider for text messages:"
          + " nothing goes there. Set HOMEWARD_SMSC, or revoke the phones.";

  private static final String WHEN_ONE_AWAY =
      "One of two providers of text messages takes none: messages go through the other one, and ends"
          + " of what this one took wait for it. Call the provider; look at its address and password file.";

  private static final String WHEN_AWAY =
      "The provider of text messages takes none: phones are told nothing, ends included, until it"
          + " does. Messages wait. Call the provider; look at HOMEWARD_SMSC and the password file.";

  /** In which a phone can be. */
  private static final Set<Phone.State> STATES = EnumSet.complementOf(EnumSet.of(Phone.State.GONE));

  public static List<Permit> permits() {
    List<Permit> all = new ArrayList<>(HttpEntries.permits(PhonesController.PHONES));
    all.add(Permit.of(HttpMethod.POST, PhonesController.CODE, Role.ADMIN));
    all.add(Permit.of(HttpMethod.POST, PhonesController.PROVE, Role.SUPERVISOR, Role.ADMIN));
    return all;
  }

  /** One that goes live gets its number as other documents get on a topic. */
  @Bean
  Aggregate<Phone> phones(
      Aggregates aggregates,
      Drain<Phone> phoneEnds,
      ObjectProvider<MongoEntryNumbers<Phone>> phoneNumbers,
      ObjectProvider<ProvePhone<Phone>> provePhone,
      ObjectProvider<EndPhone<Phone>> endPhone) {
    return aggregates
        .of("phones", Phone.class)
        .publishedTo(phoneEnds, changed -> phoneNumbers.getObject().drain(changed))
        .alarm(
            id -> {
              provePhone.getObject().sendIfDue(id);
              endPhone.getObject().eraseIfDue(id);
            })
        .declared();
  }

  @Bean
  MongoEntryNumbers<Phone> phoneNumbers(Log subscriptionNumberLog, Aggregate<Phone> phones) {
    return new MongoEntryNumbers<>(
        subscriptionNumberLog,
        phones.documents(),
        new MongoEntryNumbers.Kind<>("phone", Phone.LIVE, SmsConfiguration::address));
  }

  /** A revoked one is owed ends; an erased one takes nothing. */
  private static Optional<Address> address(String id, Phone phone) {
    return Optional.ofNullable(phone.number())
        .map(number -> new Address.Phone(id, phone.name(), number));
  }

  /** In the order in which they are asked; none when the channel is off. */
  @Bean
  SmppLinks smppLinks(SmsSettings settings, MeterRegistry metrics, Clock clock) {
    var receipts = CountedAnswers.of(metrics, "homeward.sms.receipts", "state", ReceiptState.ALL);
    return SmppLinks.of(settings, receipts::count, clock);
  }

  /** They connect before the first message, and end when nobody sends any more. */
  @Bean
  Background smsConnections(SmppLinks smppLinks) {
    return new Background(smppLinks::start, smppLinks::close);
  }

  @Bean
  DomainBreakers smsBreakers(Clock clock) {
    return new DomainBreakers(clock);
  }

  @Bean
  SendSms sendSms(
      SmsSettings settings,
      SmppLinks smppLinks,
      DomainBreakers smsBreakers,
      MeterRegistry metrics,
      Clock clock) {
    var messages = CountedAnswers.ofOutcomes(metrics, "homeward.sms.messages", MailResult.class);
    var cancels =
        CountedAnswers.of(metrics, "homeward.sms.cancels", "outcome", List.of("done", "unsure"));
    return new SendSms(
        smppLinks.providers(),
        smsBreakers,
        settings.deadline(),
        messages::countOutcome,
        done -> cancels.count(done ? "done" : "unsure"),
        clock);
  }

  @Bean
  Aggregate<CodeTurns> codeTurns(Aggregates aggregates) {
    return aggregates.of("code-turns", CodeTurns.class).declared();
  }

  @Bean
  ProvePhone<Phone> provePhone(
      Aggregate<Phone> phones,
      Aggregate<CodeTurns> codeTurns,
      SendSms sendSms,
      SmsSettings settings,
      AlertSettings alert,
      NodeSettings node,
      Clock clock) {
    return new ProvePhone<>(
        phones.documents(),
        new PhoneCodes(NodeKey.in(node.data()), alert.phone(), PhoneCodes.OF_ORGANISATION),
        sendSms,
        new GiveCodeTurn(
            codeTurns.documents(), GiveCodeTurn.ORGANISATIONS, settings.codesPerHour()),
        settings.deadline(),
        clock);
  }

  /** As many as organisations may have. */
  @Bean
  GiveCodeTurn volunteerCodeTurns(Aggregate<CodeTurns> codeTurns, SmsSettings settings) {
    return new GiveCodeTurn(
        codeTurns.documents(), GiveCodeTurn.VOLUNTEERS, settings.codesPerHour());
  }

  @Bean
  EndPhone<Phone> endPhone(
      Aggregate<Phone> phones,
      ObjectProvider<EndsOwed> endsOwed,
      MongoEntryNumbers<Phone> phoneNumbers,
      Clock clock) {
    return new EndPhone<>(
        phones.documents(),
        number -> endsOwed.getObject().isOwed(number),
        phoneNumbers::number,
        clock);
  }

  @Bean
  ListEntries<Phone> listPhones(Aggregate<Phone> phones) {
    return new ListEntries<>(phones.documents());
  }

  @Bean
  PhonesController phonesController(
      Aggregate<Phone> phones,
      ProvePhone<Phone> provePhone,
      EndPhone<Phone> endPhone,
      ListEntries<Phone> listPhones,
      NodeSettings node,
      Clock clock) {
    return new PhonesController(
        new HttpEntries<>(
            PhonesController.KIND,
            listPhones,
            new ConfirmEntry<>(phones.documents(), SmsConfiguration::confirmed)),
        new RegisterPhone(phones.documents(), clock),
        provePhone,
        endPhone,
        requireNonNull(node.country()));
  }

  private static Edit<Phone> confirmed(Guarded<Phone> read, String by, Instant now) {
    return Edit.of(read.state().confirmed(by, now), by, Phone.CONFIRMED)
        .withDues(Map.of(ProvePhone.CODE_DUE, now));
  }

  @Bean
  SampledGauges smsGauges(SmppLinks smppLinks, ListEntries<Phone> listPhones) {
    return EntryGauges.of(
            "homeward.phones", "registered phones by how they stand", STATES, listPhones)
        .list(
            "homeward.sms.bound",
            "1 while a provider of text messages takes messages from this process",
            "",
            "provider",
            smppLinks::bound)
        .gauge(
            "homeward.sms.pace",
            "segments a second that this process sends at most now, to all providers",
            smppLinks::perSecond);
  }

  @Bean
  Background smsSampling(SampledGauges smsGauges) {
    return new Background(smsGauges::start, smsGauges::close);
  }

  @Bean
  HealthIndicator smsHealthIndicator(SmppLinks smppLinks, ListEntries<Phone> listPhones) {
    return () ->
        switch (smppLinks.standing()) {
          case ALL -> Health.up().withDetail("channel", "on").build();
          case SOME -> told(Health.up().withDetail("code", "sms-one-away"), WHEN_ONE_AWAY);
          case NONE -> told(Health.down().withDetail("code", "sms-away"), WHEN_AWAY);
          case OFF -> off(listPhones.byState().getOrDefault(Phone.State.LIVE, 0) > 0);
        };
  }

  private static Health off(boolean waits) {
    return waits
        ? told(Health.up().withDetail("code", "sms-off"), WHEN_OFF)
        : Health.up().withDetail("channel", "off").build();
  }

  private static Health told(Health.Builder health, String whatToDo) {
    return health.withDetail("whatToDo", whatToDo).build();
  }
}
