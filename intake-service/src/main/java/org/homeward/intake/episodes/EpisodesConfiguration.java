package org.homeward.intake.episodes;

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
import org.homeward.durable.document.Guarded;
import org.homeward.durable.recovery.EndsLog;
import org.homeward.durable.store.Incarnation;
import org.homeward.face.access.Permit;
import org.homeward.frame.store.Aggregates;
import org.homeward.intake.cases.ErasedCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.ViewCases;
import org.homeward.intake.oversight.CountLooks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The aggregate of links, of which only the ends log hears, and children over episodes. */
@Configuration(proxyBeanMethods = false)
public class EpisodesConfiguration {

  /** The case team; the officer only reads. */
  public static List<Permit> permits() {
    return List.of(
        Permit.of(GET, ChildController.CHILD, OPERATOR, SUPERVISOR, CONFIDANT, DPO),
        Permit.of(POST, ChildController.LINKS, OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, ChildController.UNDO, OPERATOR, SUPERVISOR, CONFIDANT));
  }

  @Bean
  Aggregate<KeptLink> links(
      Aggregates aggregates, EndsLog endsLog, ObjectProvider<ChangeLink> changeLink) {
    return aggregates
        .of("links", KeptLink.class, LinkShapes.ALL)
        .askedBy(Link.CHILDREN, Link.CASES)
        .publishedTo(endsLog.drain(UndoLinkAgain::line))
        .alarm(id -> changeLink.getObject().due(id))
        .declared();
  }

  @Bean
  FindEpisodes findEpisodes(Aggregate<KeptLink> links, LookAtCase lookAtCase) {
    return new FindEpisodes(links.documents(), lookAtCase);
  }

  @Bean
  FoundElsewhere foundElsewhere(Aggregate<KeptCase> cases, FindEpisodes findEpisodes) {
    return new FoundElsewhere(
        ids -> cases.documents().find(ids).stream().map(Guarded::state).toList(), findEpisodes);
  }

  @Bean
  ChangeLink changeLink(
      Aggregate<KeptLink> links,
      FindEpisodes findEpisodes,
      DerivedIds ids,
      Aggregate<KeptCase> cases,
      EpisodeErased episodeErased,
      Clock clock) {
    return new ChangeLink(
        links.documents(),
        findEpisodes,
        both -> ids.of("link", both, 0),
        id ->
            cases
                .documents()
                .find(id)
                .map(Guarded::state)
                .filter(ErasedCase.class::isInstance)
                .map(KeptCase::notTo),
        episodeErased,
        clock);
  }

  @Bean
  UndoLinkAgain undoLinkAgain(ChangeLink changeLink, Incarnation incarnation) {
    return new UndoLinkAgain(changeLink, incarnation);
  }

  @Bean
  ViewChild viewChild(FindEpisodes findEpisodes, ViewCases viewCases, Households households) {
    return new ViewChild(findEpisodes, viewCases, households);
  }

  @Bean
  ChildController childController(
      LookAtCase lookAtCase, ViewChild viewChild, ChangeLink changeLink, CountLooks countLooks) {
    return new ChildController(lookAtCase, viewChild, changeLink, countLooks);
  }
}
