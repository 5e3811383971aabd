package org.homeward.alert.orders.preview;

import java.time.Clock;
import org.homeward.alert.node.AlertSettings;
import org.homeward.alert.orders.criteria.CountryRules;
import org.homeward.alert.orders.stops.FindCaseOfAlert;
import org.homeward.alert.references.CaseOfCode;
import org.homeward.copies.CaseCopy;
import org.homeward.durable.Aggregate;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.store.Aggregates;
import org.homeward.schema.disclosure.Disclosures;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Previews of alerts: the words that somebody else approves. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PreviewSettings.class)
public class PreviewConfiguration {

  @Bean
  Aggregate<AlertReference> alertReferences(Aggregates aggregates) {
    return aggregates.of("alert-references", AlertReference.class).declared();
  }

  /** A mail has the reference of its alert, and a page its code. */
  @Bean
  CaseOfCode alertCodes(
      FindAlertOfReference findAlertOfReference, FindCaseOfAlert findCaseOfAlert) {
    return code ->
        findCaseOfAlert.find(
            findAlertOfReference.find(NoticeCode.reference(code).orElse(code)).orElse(""));
  }

  @Bean
  FindAlertOfReference findAlertOfReference(Aggregate<AlertReference> alertReferences) {
    return reference ->
        alertReferences
            .documents()
            .excerpts()
            .of(reference, AlertReference.ALERT)
            .flatMap(found -> found.text(AlertReference.ALERT));
  }

  @Bean
  RenderAlert renderAlert(
      Aggregate<CaseCopy> caseCopies,
      Disclosures disclosures,
      RenderAlert.Addressees addressees,
      Aggregate<AlertReference> alertReferences,
      NodeSettings node,
      AlertSettings settings,
      PreviewSettings own,
      CountryRules countryRules,
      Clock clock) {
    return new RenderAlert(
        caseCopies.documents(),
        disclosures,
        addressees,
        new TakeReference(alertReferences.documents()),
        node.node(),
        settings.phone(),
        own.zone().getId(),
        countryRules,
        clock);
  }
}
