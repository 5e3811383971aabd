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
      ObjectProvider<ProvePhone> provePhone,
      ObjectProvider<EndPhone> endPhone) {
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

  @Bean
  Pace smsPace(SmsSettings settings) {
    return new Pace(settings.rate());
  }

  @Bean
  ShortMessages shortMessages(
      SmsSettings settings, Pace smsPace, MeterRegistry metrics, Clock clock) {
    var receipts = CountedAnswers.of(metrics, "homeward.sms.receipts", "state", ReceiptState.ALL);
    if (!settings.isOn()) {
      return ShortMessages.OFF;
    }
    var server =
        new SmppServer(
            settings.smsc(),
            settings.login(),
            requireNonNull(settings.passwordFile()),
            settings.sender(),
            settings.deadline(),
            settings.window());
    return new SmppLink(server, smsPace, receipts::count, clock);
  }

  /** It connects before the first message, and ends when nobody sends any more. */
  @Bean
  Background smsConnection(ShortMessages shortMessages) {
    return shortMessages instanceof SmppLink link
        ? new Background(link::start, link::close)
        : new Background(() -> {}, () -> {});
  }

  @Bean
  DomainBreakers smsBreakers(Clock clock) {
    return new DomainBreakers(clock);
  }

  @Bean
  SendSms sendSms(
      SmsSettings settings,
      ShortMessages shortMessages,
      DomainBreakers smsBreakers,
      MeterRegistry metrics,
      Clock clock) {
    var messages = CountedAnswers.ofOutcomes(metrics, "homeward.sms.messages", MailResult.class);
    return new SendSms(
        settings.isOn(),
        shortMessages,
        smsBreakers,
        settings.deadline(),
        messages::countOutcome,
        clock);
  }

  @Bean
  ProvePhone provePhone(
      Aggregate<Phone> phones,
      SendSms sendSms,
      SmsSettings settings,
      AlertSettings alert,
      NodeSettings node,
      Clock clock) {
    return new ProvePhone(
        phones.documents(),
        new PhoneCodes(NodeKey.in(node.data()), alert.phone()),
        sendSms,
        new CodeCeiling(settings.codesPerHour()),
        settings.deadline(),
        clock);
  }

  @Bean
  EndPhone endPhone(
      Aggregate<Phone> phones,
      ObjectProvider<EndsOwed> endsOwed,
      MongoEntryNumbers<Phone> phoneNumbers,
      Clock clock) {
    return new EndPhone(
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
      ProvePhone provePhone,
      EndPhone endPhone,
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
  SampledGauges smsGauges(
      SmsSettings settings,
      ShortMessages shortMessages,
      Pace smsPace,
      ListEntries<Phone> listPhones) {
    return EntryGauges.of(
            "homeward.phones", "registered phones by how they stand", STATES, listPhones)
        .gauge(
            "homeward.sms.bound",
            "1 while the provider of text messages takes messages from this process",
            () -> bound(settings, shortMessages))
        .gauge(
            "homeward.sms.pace",
            "segments a second that this process sends at most now",
            smsPace::perSecond);
  }

  private static double bound(SmsSettings settings, ShortMessages shortMessages) {
    if (!settings.isOn()) {
      return Double.NaN;
    }
    return shortMessages.isBound() ? 1 : 0;
  }

  @Bean
  Background smsSampling(SampledGauges smsGauges) {
    return new Background(smsGauges::start, smsGauges::close);
  }

  @Bean
  HealthIndicator smsHealthIndicator(
      SmsSettings settings, ShortMessages shortMessages, ListEntries<Phone> listPhones) {
    return () -> {
      if (settings.isOn()) {
        return shortMessages.isBound()
            ? Health.up().withDetail("channel", "on").build()
            : Health.down()
                .withDetail("code", "sms-away")
                .withDetail("whatToDo", WHEN_AWAY)
                .build();
      }
      boolean waits = listPhones.byState().getOrDefault(Phone.State.LIVE, 0) > 0;
      return waits
          ? Health.up().withDetail("code", "sms-off").withDetail("whatToDo", WHEN_OFF).build()
          : Health.up().withDetail("channel", "off").build();
    };
  }
}
