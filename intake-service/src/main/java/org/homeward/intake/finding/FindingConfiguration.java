package org.homeward.intake.finding;

import static java.util.Objects.requireNonNull;
import static org.homeward.face.access.Role.CONFIDANT;
import static org.homeward.face.access.Role.OPERATOR;
import static org.homeward.face.access.Role.SUPERVISOR;

import java.time.Clock;
import java.util.List;
import org.homeward.durable.Aggregate;
import org.homeward.durable.command.DerivedIds;
import org.homeward.face.access.Permit;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.Aggregates;
import org.homeward.intake.calls.LookAtCall;
import org.homeward.intake.calls.NamesOfCall;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.ViewCases;
import org.homeward.intake.drafts.LookAtDraft;
import org.homeward.intake.episodes.FindEpisodes;
import org.homeward.intake.oversight.CountLooks;
import org.homeward.intake.worksheets.AskOwner;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** The index of cases, how it is kept, and searches in it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FindingSettings.class)
public class FindingConfiguration {

  private static final String CODE = "code";
  private static final String WHAT_TO_DO = "whatToDo";

  /** Those who take calls. */
  public static List<Permit> permits() {
    return List.of(
        Permit.of(HttpMethod.POST, "/api/v1/cases/find", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(HttpMethod.POST, "/api/v1/cases/known", OPERATOR, SUPERVISOR, CONFIDANT));
  }

  @Bean
  CaseIndex caseIndex(FindingSettings settings) {
    return new CaseIndex(settings.indexMost());
  }

  @Bean
  ChildIndex childIndex() {
    return new ChildIndex();
  }

  @Bean
  KeepIndex keepIndex(Aggregate<KeptCase> cases, CaseIndex caseIndex, ChildIndex childIndex) {
    return new KeepIndex(cases.documents(), caseIndex, childIndex);
  }

  @Bean(destroyMethod = "")
  OwnCasesTopic ownCasesTopic(NodeSettings node, KeepIndex keepIndex) {
    return new OwnCasesTopic(node.kafka(), node.topic("cases"), keepIndex);
  }

  @Bean
  Background indexing(OwnCasesTopic ownCasesTopic) {
    return new Background(ownCasesTopic::start, ownCasesTopic::close);
  }

  /** No other service hears of them. */
  @Bean
  Aggregate<Lookup> lookups(Aggregates aggregates, ObjectProvider<RecordLookup> recordLookup) {
    return aggregates
        .of("lookups", Lookup.class)
        .askedBy(Lookup.BY)
        .alarm(id -> recordLookup.getObject().afterwards(id))
        .declared();
  }

  @Bean
  RecordLookup recordLookup(
      Aggregate<Lookup> lookups,
      AskOwner askOwner,
      CountLooks countLooks,
      NamesOfCall namesOfCall,
      DerivedIds ids,
      Clock clock) {
    return new RecordLookup(
        lookups.documents(),
        askOwner,
        countLooks,
        namesOfCall,
        hash -> ids.of("search", hash, 0),
        clock);
  }

  @Bean
  HttpOccasion httpOccasion(LookAtCall lookAtCall, LookAtDraft lookAtDraft, CountLooks countLooks) {
    return new HttpOccasion(lookAtCall, lookAtDraft, countLooks);
  }

  @Bean
  FindCases findCases(
      CaseIndex caseIndex, RecordLookup recordLookup, ViewCases viewCases, NodeSettings node) {
    var words = new SearchWords(node.node(), requireNonNull(node.country()));
    return new FindCases(caseIndex, words, recordLookup, viewCases);
  }

  @Bean
  FindChildren findChildren(
      CaseIndex caseIndex,
      ChildIndex childIndex,
      RecordLookup recordLookup,
      ViewCases viewCases,
      FindEpisodes findEpisodes,
      Clock clock) {
    return new FindChildren(caseIndex, childIndex, recordLookup, viewCases, findEpisodes, clock);
  }

  @Bean
  FindHousehold findHousehold(CaseIndex caseIndex, ChildIndex childIndex) {
    return new FindHousehold(caseIndex, childIndex);
  }

  @Bean
  KnownController knownController(
      FindChildren findChildren, HttpOccasion httpOccasion, Clock clock) {
    return new KnownController(findChildren, httpOccasion, clock);
  }

  @Bean
  FindController findController(FindCases findCases, HttpOccasion httpOccasion) {
    return new FindController(findCases, httpOccasion);
  }

  @Bean
  HealthIndicator indexHealthIndicator(
      CaseIndex caseIndex, ChildIndex childIndex, FindingSettings settings) {
    return () -> {
      Health.Builder health = caseIndex.isBuilt() ? Health.up() : Health.down();
      if (!caseIndex.isBuilt()) {
        health
            .withDetail(CODE, "index-builds")
            .withDetail(WHAT_TO_DO, "Wait: cases are found once the store was read.");
      } else if (caseIndex.isFull()) {
        health
            .down()
            .withDetail(CODE, "index-full")
            .withDetail(
                WHAT_TO_DO,
                "Some cases are not found: give intake more memory, raise HOMEWARD_INDEX_MOST.");
      }
      return health
          .withDetail("cases", caseIndex.size())
          .withDetail("children", childIndex.size())
          .withDetail("most", settings.indexMost())
          .build();
    };
  }
}
