package org.homeward.bridge.handovers.desk;

import java.time.Clock;
import java.util.EnumSet;
import org.homeward.bridge.handovers.ChangeHandover;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.HandoversConfiguration;
import org.homeward.bridge.sight.HandoverViewer;
import org.homeward.bridge.sight.SeeHandovers;
import org.homeward.durable.Aggregate;
import org.homeward.durable.command.DerivedIds;
import org.homeward.face.access.Role;
import org.homeward.frame.changes.ChangeKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The reading and the moves of people at handovers. */
@Configuration(proxyBeanMethods = false)
public class DeskConfiguration {

  @Bean
  ViewHandovers viewHandovers(Aggregate<Handover> handovers, SeeHandovers seeHandovers) {
    return new ViewHandovers(handovers.documents(), seeHandovers);
  }

  @Bean
  ChangeKind handoverChanges(ViewHandovers viewHandovers) {
    return new ChangeKind(
        HandoversConfiguration.CHANGES,
        EnumSet.of(Role.OPERATOR, Role.SUPERVISOR, Role.PARTNER_DESK, Role.DPO),
        (ids, caller) -> viewHandovers.known(ids, HandoverViewer.of(caller)));
  }

  @Bean
  SayToOwner sayToOwner(ChangeHandover changeHandover, DerivedIds ids, Clock clock) {
    return new SayToOwner(changeHandover, ids, clock);
  }

  @Bean
  HandoversController handoversController(ViewHandovers viewHandovers) {
    return new HandoversController(viewHandovers);
  }

  @Bean
  MovesController movesController(
      ViewHandovers viewHandovers, ChangeHandover changeHandover, SayToOwner sayToOwner) {
    return new MovesController(viewHandovers, changeHandover, sayToOwner);
  }
}
