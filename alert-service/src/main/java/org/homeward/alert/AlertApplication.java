package org.homeward.alert;

import org.homeward.alert.audit.AuditConfiguration;
import org.homeward.alert.endings.EndingsConfiguration;
import org.homeward.alert.node.NodeConfiguration;
import org.homeward.alert.orders.acknowledgements.AcknowledgementsConfiguration;
import org.homeward.alert.orders.alerts.AlertsConfiguration;
import org.homeward.alert.orders.authorities.AuthoritiesConfiguration;
import org.homeward.alert.orders.claims.ClaimsConfiguration;
import org.homeward.alert.orders.criteria.CriteriaConfiguration;
import org.homeward.alert.orders.deadletters.DeadLettersConfiguration;
import org.homeward.alert.orders.delivery.DeliveryConfiguration;
import org.homeward.alert.orders.measures.MeasuresConfiguration;
import org.homeward.alert.orders.openpages.OpenPagesConfiguration;
import org.homeward.alert.orders.openphotos.OpenPhotosConfiguration;
import org.homeward.alert.orders.posters.PostersConfiguration;
import org.homeward.alert.orders.preview.PreviewConfiguration;
import org.homeward.alert.orders.stops.StopsConfiguration;
import org.homeward.alert.orders.takers.PosterTakersConfiguration;
import org.homeward.alert.photos.PhotoPlaceConfiguration;
import org.homeward.alert.police.desks.DesksConfiguration;
import org.homeward.alert.police.feed.FeedConfiguration;
import org.homeward.alert.police.notices.NoticesConfiguration;
import org.homeward.alert.police.photos.PhotosConfiguration;
import org.homeward.alert.police.signing.SigningConfiguration;
import org.homeward.alert.references.ReferencesConfiguration;
import org.homeward.alert.sight.SightConfiguration;
import org.homeward.alert.subscribers.mail.MailConfiguration;
import org.homeward.alert.subscribers.preferences.PreferencesConfiguration;
import org.homeward.alert.subscribers.sms.SmsConfiguration;
import org.homeward.alert.subscribers.subscriptions.SubscriptionsConfiguration;
import org.homeward.alert.subscribers.webhooks.WebhooksConfiguration;
import org.homeward.frame.changes.FrameChangesConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Starts alert-service; the imports are its table of contents. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = {MongoAutoConfiguration.class, KafkaAutoConfiguration.class})
@Import({
  NodeConfiguration.class,
  FrameChangesConfiguration.class,
  AccessConfiguration.class,
  CopiesConfiguration.class,
  SightConfiguration.class,
  ReferencesConfiguration.class,
  PhotoPlaceConfiguration.class,
  NoticesConfiguration.class,
  PhotosConfiguration.class,
  DesksConfiguration.class,
  SigningConfiguration.class,
  FeedConfiguration.class,
  MailConfiguration.class,
  SubscriptionsConfiguration.class,
  PreferencesConfiguration.class,
  WebhooksConfiguration.class,
  SmsConfiguration.class,
  AuthoritiesConfiguration.class,
  StopsConfiguration.class,
  ClaimsConfiguration.class,
  CriteriaConfiguration.class,
  PreviewConfiguration.class,
  AlertsConfiguration.class,
  DeliveryConfiguration.class,
  DeadLettersConfiguration.class,
  MeasuresConfiguration.class,
  AcknowledgementsConfiguration.class,
  OpenPhotosConfiguration.class,
  OpenPagesConfiguration.class,
  PostersConfiguration.class,
  PosterTakersConfiguration.class,
  EndingsConfiguration.class,
  AuditConfiguration.class
})
public class AlertApplication {

  public static void main(String[] arguments) {
    // Else it is looked for in all jars within the jar, several times for each mail.
    System.setProperty(
        "jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
    SpringApplication.run(AlertApplication.class, arguments);
  }
}
