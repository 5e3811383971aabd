package org.homeward.intake.family;

import static java.util.Objects.requireNonNull;
import static org.homeward.face.access.Role.CONFIDANT;
import static org.homeward.face.access.Role.DPO;
import static org.homeward.face.access.Role.OPERATOR;
import static org.homeward.face.access.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.time.Clock;
import java.util.List;
import org.homeward.durable.Aggregate;
import org.homeward.durable.command.DerivedIds;
import org.homeward.face.access.Permit;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.store.Aggregates;
import org.homeward.intake.aftercare.FindStanding;
import org.homeward.intake.cases.ErasedCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.episodes.FoundElsewhere;
import org.homeward.intake.family.words.SentenceList;
import org.homeward.intake.worksheets.AwaitCall;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The aggregate of a family's contacts, of which nobody else hears. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FamilySettings.class)
public class FamilyConfiguration {

  /** The case team; a supervisor alone enters another number. */
  public static List<Permit> permits() {
    return List.of(
        Permit.of(GET, FamilyController.FAMILY, OPERATOR, SUPERVISOR, CONFIDANT, DPO),
        Permit.of(POST, FamilyController.CONTACTS, OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, FamilyController.KEEP_FROM, OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, FamilyController.NUMBER, SUPERVISOR),
        Permit.of(POST, FamilyController.NEXT, OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, FamilyController.ATTEMPTS, OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, FamilyController.UPDATES, OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, FamilyController.OUTCOME, OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, FamilyController.END, OPERATOR, SUPERVISOR, CONFIDANT));
  }

  @Bean
  Aggregate<KeptFamily> keptFamilies(
      Aggregates aggregates, ObjectProvider<ChangeFamily> changeFamily) {
    return aggregates
        .of("families", KeptFamily.class, FamilyShapes.ALL)
        .alarm(id -> changeFamily.getObject().due(id))
        .declared();
  }

  @Bean
  ChangeFamily changeFamily(
      Aggregate<KeptFamily> keptFamilies,
      Aggregate<KeptCase> cases,
      AwaitCall awaitCall,
      DerivedIds ids,
      Clock clock) {
    return new ChangeFamily(
        keptFamilies.documents(),
        awaitCall,
        id ->
            cases
                .documents()
                .find(id)
                .filter(read -> read.state() instanceof ErasedCase)
                .isPresent(),
        ids,
        clock);
  }

  /** A list with a hole refuses the start. */
  @Bean
  SentenceList sentenceList() {
    return SentenceList.ours();
  }

  @Bean
  FamilyController familyController(
      LookAtCase lookAtCase,
      ChangeFamily changeFamily,
      FindStanding findStanding,
      FoundElsewhere foundElsewhere,
      SentenceList sentenceList,
      NodeSettings node,
      FamilySettings settings,
      Clock clock) {
    return new FamilyController(
        lookAtCase,
        changeFamily,
        new FamilyMatter(findStanding, foundElsewhere),
        sentenceList,
        requireNonNull(node.country()),
        settings.zone(),
        clock);
  }
}
