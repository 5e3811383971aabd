package org.homeward.console.intake;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.frame.node.NodeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The form of a call. */
@Configuration(proxyBeanMethods = false)
public class IntakeConfiguration {

  @Bean
  HttpDrafts drafts(HttpApi api) {
    return new HttpDrafts(api);
  }

  @Bean
  HttpJoins joins(HttpApi api, NodeSettings node) {
    return new HttpJoins(api, node.node());
  }

  @Bean
  IntakeController intakeController(
      HttpApi api, HttpDrafts drafts, HttpJoins joins, HttpPages pages, NodeSettings node) {
    return new IntakeController(api, drafts, joins, pages, requireNonNull(node.country()));
  }

  @Bean
  CorrectionController correctionController(
      HttpApi api, HttpPages pages, NodeSettings node, Clock clock) {
    return new CorrectionController(api, pages, node.node(), requireNonNull(node.country()), clock);
  }

  @Bean
  KnownController knownController(
      HttpApi api, HttpDrafts drafts, HttpPages pages, NodeSettings node, Clock clock) {
    return new KnownController(
        api, drafts, pages, node.node(), requireNonNull(node.country()), clock);
  }

  @Bean
  DraftsController draftsController(
      HttpApi api, HttpDrafts drafts, HttpJoins joins, HttpPages pages, Clock clock) {
    return new DraftsController(api, drafts, joins, pages, clock);
  }
}
