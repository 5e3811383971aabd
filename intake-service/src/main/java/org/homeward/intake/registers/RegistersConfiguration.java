package org.homeward.intake.registers;

import java.time.Clock;
import org.homeward.durable.Aggregate;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.store.Aggregates;
import org.homeward.schema.snapshots.AuthoritySnapshot;
import org.homeward.schema.snapshots.DeskSnapshot;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Copies of the registers that alert owns: desks and authorities. */
@Configuration(proxyBeanMethods = false)
public class RegistersConfiguration {

  @Bean
  Aggregate<EntryCopy<DeskSnapshot>> deskCopies(Aggregates aggregates) {
    return aggregates.of("desk-copies", DeskCopy.class, DeskCopy::read, DeskCopy::of).declared();
  }

  @Bean
  Aggregate<EntryCopy<AuthoritySnapshot>> authorityCopies(Aggregates aggregates) {
    return aggregates
        .of("authority-copies", AuthorityCopy.class, AuthorityCopy::read, AuthorityCopy::of)
        .declared();
  }

  @Bean
  FollowEntry<DeskSnapshot> followDesk(Aggregate<EntryCopy<DeskSnapshot>> deskCopies, Clock clock) {
    return new FollowEntry<>(deskCopies.documents(), clock);
  }

  @Bean
  FollowEntry<AuthoritySnapshot> followAuthority(
      Aggregate<EntryCopy<AuthoritySnapshot>> authorityCopies, Clock clock) {
    return new FollowEntry<>(authorityCopies.documents(), clock);
  }

  @Bean
  AddressRelease addressRelease(
      Aggregate<EntryCopy<DeskSnapshot>> deskCopies, NodeSettings node, Clock clock) {
    return new AddressRelease(deskCopies.documents(), node.node(), clock);
  }

  @Bean
  ActingPersons actingPersons(Aggregate<EntryCopy<AuthoritySnapshot>> authorityCopies) {
    return new ActingPersons(authorityCopies.documents());
  }

  @Bean
  RegisterTasks registerTasks(
      Aggregate<EntryCopy<DeskSnapshot>> deskCopies,
      Aggregate<EntryCopy<AuthoritySnapshot>> authorityCopies) {
    return new RegisterTasks(
        new CheckEntries<>(deskCopies.documents()),
        new CheckEntries<>(authorityCopies.documents()));
  }
}
