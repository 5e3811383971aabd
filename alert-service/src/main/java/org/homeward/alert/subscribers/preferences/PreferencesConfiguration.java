package org.homeward.alert.subscribers.preferences;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.homeward.alert.node.AlertSettings;
import org.homeward.alert.subscribers.destinations.EndsOwed;
import org.homeward.alert.subscribers.mail.MailSettings;
import org.homeward.alert.subscribers.mail.Mailer;
import org.homeward.alert.subscribers.sms.EndPhone;
import org.homeward.alert.subscribers.sms.GiveCodeTurn;
import org.homeward.alert.subscribers.sms.PhoneCodes;
import org.homeward.alert.subscribers.sms.ProvePhone;
import org.homeward.alert.subscribers.sms.SendSms;
import org.homeward.alert.subscribers.sms.SmsSettings;
import org.homeward.alert.subscribers.subscriptions.GiveTurn;
import org.homeward.alert.subscribers.subscriptions.HoldQuietHour;
import org.homeward.alert.subscribers.subscriptions.LinkTokens;
import org.homeward.alert.subscribers.subscriptions.Subscription;
import org.homeward.alert.subscribers.subscriptions.SubscriptionIds;
import org.homeward.alert.subscribers.subscriptions.SubscriptionLinks;
import org.homeward.alert.subscribers.subscriptions.UseLink;
import org.homeward.durable.Aggregate;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.log.Log;
import org.homeward.durable.publication.Drain;
import org.homeward.face.access.Permit;
import org.homeward.frame.node.NodeKey;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.store.Aggregates;
import org.homeward.frame.store.StorePressure;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Preferences of volunteers: the link by mail, the page that it opens, and their phones. */
@Configuration(proxyBeanMethods = false)
public class PreferencesConfiguration {

  public static List<Permit> permits() {
    return PreferencesController.ALL.stream()
        .map(path -> Permit.open(HttpMethod.POST, path))
        .toList();
  }

  @Bean
  Aggregate<PreferenceLink> preferenceLinks(
      Aggregates aggregates, ObjectProvider<SendLink> sendLink) {
    return aggregates
        .of("preference-links", PreferenceLink.class)
        .alarm(id -> sendLink.getObject().sendIfDue(id))
        .declared();
  }

  /** One that goes live gets its number as other documents get on a topic. */
  @Bean
  Aggregate<VolunteerPhone> volunteerPhones(
      Aggregates aggregates,
      Drain<VolunteerPhone> volunteerPhoneEnds,
      ObjectProvider<MongoVolunteerNumbers> numbers,
      ObjectProvider<ProvePhone<VolunteerPhone>> provePhone,
      ObjectProvider<EndPhone<VolunteerPhone>> endPhone,
      ObjectProvider<KeepPhone> keepPhone) {
    return aggregates
        .of("volunteer-phones", VolunteerPhone.class)
        .askedBy(VolunteerPhone.SUBSCRIPTION)
        .publishedTo(volunteerPhoneEnds, changed -> numbers.getObject().drain(changed))
        .alarm(
            id -> {
              keepPhone.getObject().lapseIfDue(id);
              provePhone.getObject().sendIfDue(id);
              endPhone.getObject().eraseIfDue(id);
            })
        .declared();
  }

  @Bean
  MongoVolunteerNumbers volunteerNumbers(
      Log subscriptionNumberLog,
      Aggregate<VolunteerPhone> volunteerPhones,
      Aggregate<Subscription> subscriptions) {
    return new MongoVolunteerNumbers(
        subscriptionNumberLog, volunteerPhones.documents(), subscriptions.documents());
  }

  @Bean
  ProvePhone<VolunteerPhone> proveVolunteerPhone(
      Aggregate<VolunteerPhone> volunteerPhones,
      GiveCodeTurn volunteerCodeTurns,
      SendSms sendSms,
      SmsSettings settings,
      AlertSettings alert,
      NodeSettings node,
      Clock clock) {
    return new ProvePhone<>(
        volunteerPhones.documents(),
        new PhoneCodes(NodeKey.in(node.data()), alert.phone(), PhoneCodes.OF_VOLUNTEER),
        sendSms,
        volunteerCodeTurns,
        settings.deadline(),
        clock);
  }

  @Bean
  EndPhone<VolunteerPhone> endVolunteerPhone(
      Aggregate<VolunteerPhone> volunteerPhones,
      ObjectProvider<EndsOwed> endsOwed,
      MongoVolunteerNumbers volunteerNumbers,
      Clock clock) {
    return new EndPhone<>(
        volunteerPhones.documents(),
        number -> endsOwed.getObject().isOwed(number),
        volunteerNumbers::number,
        clock);
  }

  @Bean
  KeepPhone keepPhone(
      Aggregate<VolunteerPhone> volunteerPhones,
      Aggregate<Subscription> subscriptions,
      ProvePhone<VolunteerPhone> proveVolunteerPhone,
      EndPhone<VolunteerPhone> endVolunteerPhone,
      Clock clock) {
    return new KeepPhone(
        volunteerPhones.documents(),
        subscriptions.documents(),
        proveVolunteerPhone,
        endVolunteerPhone,
        clock);
  }

  @Bean
  SendLink sendLink(
      Aggregate<PreferenceLink> preferenceLinks,
      Aggregate<Subscription> subscriptions,
      GiveTurn giveTurn,
      HoldQuietHour holdQuietHour,
      SubscriptionLinks links,
      DerivedIds ids,
      Mailer mailer,
      NodeSettings node,
      MailSettings settings,
      MeterRegistry metrics,
      Clock clock) {
    return new SendLink(
        preferenceLinks.documents(),
        subscriptions.documents(),
        giveTurn,
        holdQuietHour,
        new PreferenceMail(links, ids, node.node()),
        mailer,
        quiet(metrics),
        settings.deadline(),
        clock);
  }

  /** Counted with the confirmations, whose quiet hour it is. */
  private static Runnable quiet(MeterRegistry metrics) {
    return metrics.counter("homeward.confirmations", "outcome", "quiet")::increment;
  }

  @Bean
  PreferencesController preferencesController(
      Aggregate<PreferenceLink> preferenceLinks,
      Aggregate<Subscription> subscriptions,
      StorePressure room,
      DerivedIds ids,
      LinkTokens linkTokens,
      UseLink useLink,
      KeepPhone keepPhone,
      SendSms sendSms,
      NodeSettings node,
      MeterRegistry metrics,
      Clock clock) {
    return new PreferencesController(
        new AskForLink(
            preferenceLinks.documents(), room, new SubscriptionIds(ids), quiet(metrics), clock),
        new OpenPage(preferenceLinks.documents(), linkTokens, clock),
        useLink,
        keepPhone,
        new ShowPreferences(subscriptions.documents(), keepPhone, sendSms.isOn()),
        requireNonNull(node.country()));
  }
}
