package org.homeward.alert.subscribers.sms;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.homeward.alert.node.AlertSettings;
import org.homeward.alert.registers.ConfirmEntry;
import org.homeward.alert.subscribers.mail.DomainBreakers;
import org.homeward.alert.subscribers.mail.MailResult;
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

  public static List<Permit> permits() {
    return List.of(
        Permit.of(HttpMethod.POST, PhonesController.PHONES, Role.ADMIN),
        Permit.of(HttpMethod.GET, PhonesController.PHONES, Role.SUPERVISOR, Role.DPO, Role.ADMIN),
        Permit.of(HttpMethod.GET, PhonesController.PHONE, Role.SUPERVISOR, Role.DPO, Role.ADMIN),
        Permit.of(HttpMethod.POST, PhonesController.CONFIRM, Role.SUPERVISOR),
        Permit.of(HttpMethod.POST, PhonesController.CODE, Role.ADMIN),
        Permit.of(HttpMethod.POST, PhonesController.PROVE, Role.SUPERVISOR, Role.ADMIN),
        Permit.of(HttpMethod.POST, PhonesController.REVOKE, Role.SUPERVISOR, Role.ADMIN));
  }

  /** One that goes live gets its number as other documents get on a topic. */
  @Bean
  Aggregate<Phone> phones(
      Aggregates aggregates,
      Drain<Phone> phoneEnds,
      ObjectProvider<MongoPhoneNumbers> phoneNumbers,
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
  MongoPhoneNumbers phoneNumbers(Log subscriptionNumberLog, Aggregate<Phone> phones) {
    return new MongoPhoneNumbers(subscriptionNumberLog, phones.documents());
  }

  @Bean
  Pace smsPace(SmsSettings settings) {
    return new Pace(settings.rate());
  }

  @Bean
  ShortMessages shortMessages(
      SmsSettings settings, Pace smsPace, MeterRegistry metrics, Clock clock) {
    for (String state : ReceiptState.ALL) {
      receipt(metrics, state, 0); // there is a number before there is a receipt
    }
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
    return new SmppLink(server, smsPace, state -> receipt(metrics, state, 1), clock);
  }

  private static void receipt(MeterRegistry metrics, String state, int by) {
    metrics.counter("homeward.sms.receipts", "state", state).increment(by);
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
    for (Class<?> outcome : MailResult.class.getPermittedSubclasses()) {
      count(metrics, outcome, 0); // there is a number before there is a message
    }
    return new SendSms(
        settings.isOn(),
        shortMessages,
        smsBreakers,
        settings.deadline(),
        result -> count(metrics, result.getClass(), 1),
        clock);
  }

  private static void count(MeterRegistry metrics, Class<?> outcome, int by) {
    String name = outcome.getSimpleName().toLowerCase(Locale.ROOT);
    metrics.counter("homeward.sms.messages", "outcome", name).increment(by);
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
      MongoPhoneNumbers phoneNumbers,
      Clock clock) {
    return new EndPhone(
        phones.documents(), number -> endsOwed.getObject().isOwed(number), phoneNumbers, clock);
  }

  @Bean
  ListPhones listPhones(Aggregate<Phone> phones) {
    return new ListPhones(phones.documents());
  }

  @Bean
  PhonesController phonesController(
      Aggregate<Phone> phones,
      ProvePhone provePhone,
      EndPhone endPhone,
      ListPhones listPhones,
      SmsSettings settings,
      NodeSettings node,
      Clock clock) {
    String country = requireNonNull(node.country());
    Set<String> countries =
        settings.countries().isEmpty() ? Set.of(country) : Set.copyOf(settings.countries());
    return new PhonesController(
        new RegisterPhone(phones.documents(), clock),
        new ConfirmEntry<>(phones.documents(), SmsConfiguration::confirmed),
        provePhone,
        endPhone,
        listPhones,
        new PhonesController.Home(country, countries));
  }

  private static Edit<Phone> confirmed(Guarded<Phone> read, String by, Instant now) {
    return Edit.of(read.state().confirmed(by, now), by, Phone.CONFIRMED)
        .withDues(Map.of(ProvePhone.CODE_DUE, now));
  }

  @Bean
  SampledGauges smsGauges(
      SmsSettings settings, ListPhones listPhones, ShortMessages shortMessages, Pace smsPace) {
    var gauges =
        new SampledGauges()
            .gauge(
                "homeward.sms.bound",
                "1 while the provider of text messages takes messages from this process",
                () -> bound(settings, shortMessages))
            .gauge(
                "homeward.sms.pace",
                "segments a second that this process sends at most now",
                smsPace::perSecond);
    for (Phone.State state : Phone.State.values()) {
      gauges.seldom(
          "homeward.phones",
          "registered phones by how they stand",
          Tags.of("state", state.name().toLowerCase(Locale.ROOT)),
          () -> listPhones.byState().getOrDefault(state, 0));
    }
    return gauges;
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
      SmsSettings settings, ShortMessages shortMessages, ListPhones listPhones) {
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
