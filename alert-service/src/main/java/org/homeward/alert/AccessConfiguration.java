package org.homeward.alert;

import java.util.List;
import java.util.stream.Stream;
import org.homeward.alert.audit.AuditConfiguration;
import org.homeward.alert.orders.acknowledgements.AcknowledgementsConfiguration;
import org.homeward.alert.orders.alerts.AlertsConfiguration;
import org.homeward.alert.orders.authorities.AuthoritiesConfiguration;
import org.homeward.alert.orders.deadletters.DeadLettersConfiguration;
import org.homeward.alert.orders.delivery.DeliveryConfiguration;
import org.homeward.alert.orders.measures.MeasuresConfiguration;
import org.homeward.alert.orders.openpages.OpenPagesConfiguration;
import org.homeward.alert.orders.openphotos.OpenPhotosConfiguration;
import org.homeward.alert.orders.posters.PostersConfiguration;
import org.homeward.alert.orders.stops.StopsConfiguration;
import org.homeward.alert.orders.takers.PosterTakersConfiguration;
import org.homeward.alert.police.desks.DesksConfiguration;
import org.homeward.alert.police.signing.SigningConfiguration;
import org.homeward.alert.references.ReferencesConfiguration;
import org.homeward.alert.subscribers.preferences.PreferencesConfiguration;
import org.homeward.alert.subscribers.sms.SmsConfiguration;
import org.homeward.alert.subscribers.subscriptions.SubscriptionsConfiguration;
import org.homeward.alert.subscribers.webhooks.WebhooksConfiguration;
import org.homeward.face.FaceConfiguration;
import org.homeward.face.access.Permissions;
import org.homeward.face.access.Permit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Collects the permits of all rooms: who may call which path. */
@Configuration(proxyBeanMethods = false)
@Import(FaceConfiguration.class)
class AccessConfiguration {

  @Bean
  Permissions permissions() {
    return Permissions.of(
        Stream.of(
                DesksConfiguration.permits(),
                SigningConfiguration.permits(),
                SubscriptionsConfiguration.permits(),
                PreferencesConfiguration.permits(),
                WebhooksConfiguration.permits(),
                SmsConfiguration.permits(),
                AuthoritiesConfiguration.permits(),
                AlertsConfiguration.permits(),
                DeliveryConfiguration.permits(),
                DeadLettersConfiguration.permits(),
                MeasuresConfiguration.permits(),
                AcknowledgementsConfiguration.permits(),
                OpenPhotosConfiguration.permits(),
                OpenPagesConfiguration.permits(),
                PostersConfiguration.permits(),
                PosterTakersConfiguration.permits(),
                StopsConfiguration.permits(),
                ReferencesConfiguration.permits(),
                AuditConfiguration.permits())
            .<Permit>flatMap(List::stream)
            .toList());
  }
}
