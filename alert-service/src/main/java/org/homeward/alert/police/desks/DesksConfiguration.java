package org.homeward.alert.police.desks;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.homeward.alert.registers.ConfirmEntry;
import org.homeward.durable.Aggregate;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.publication.Drain;
import org.homeward.durable.publication.EventTopic;
import org.homeward.face.access.Permit;
import org.homeward.face.access.Role;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.operate.SampledGauges;
import org.homeward.frame.start.AtOpening;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.Aggregates;
import org.homeward.frame.store.LogAuditTrail;
import org.homeward.schema.event.EventCodec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Police desks and their keys. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DemoDeskSettings.class)
public class DesksConfiguration {

  public static List<Permit> permits() {
    return List.of(
        Permit.of(HttpMethod.POST, "/api/v1/desks", Role.ADMIN),
        Permit.of(
            HttpMethod.GET,
            "/api/v1/desks",
            Role.ADMIN,
            Role.SUPERVISOR,
            Role.DPO,
            Role.OPERATOR), // who chooses one for a release
        Permit.of(HttpMethod.GET, "/api/v1/desks/{id}", Role.ADMIN, Role.SUPERVISOR, Role.DPO),
        Permit.of(HttpMethod.POST, "/api/v1/desks/{id}/confirm", Role.SUPERVISOR),
        Permit.of(HttpMethod.POST, "/api/v1/desks/{id}/renew", Role.ADMIN),
        Permit.of(HttpMethod.POST, "/api/v1/desks/{id}/revoke", Role.ADMIN));
  }

  @Bean
  Aggregate<Desk> desks(
      Aggregates aggregates,
      Drain<Desk> deskEnds,
      EventTopic ownTopic,
      EventCodec codec,
      NodeSettings node,
      ObjectProvider<MissDesk> missDesk) {
    var topic = new DeskTopic(codec, node.node());
    return aggregates
        .of("desks", Desk.class)
        .publishedTo(deskEnds, ownTopic.drain(topic::render))
        .alarm(id -> missDesk.getObject().missIfDue(id))
        .declared();
  }

  @Bean
  AtOpening earlierDesksOpening(Aggregate<Desk> desks, Clock clock) {
    return new TellOfEarlierDesks(desks.documents(), clock)::tell;
  }

  @Bean
  MissDesk missDesk(Aggregate<Desk> desks, DeskFollower deskFollower, Clock clock) {
    return new MissDesk(desks.documents(), deskFollower, clock);
  }

  @Bean
  ReadDesks readDesks(Aggregate<Desk> desks) {
    return new ReadDesks(desks.documents());
  }

  @Bean
  ListDesks listDesks(Aggregate<Desk> desks) {
    return new ListDesks(desks.documents());
  }

  @Bean
  SampledGauges deskGauges(ListDesks listDesks, Clock clock) {
    return new SampledGauges()
        .seldom(
            "homeward.desk.key.left",
            "seconds until the next key of a desk ends; not a number when no desk has one",
            Tags.empty(),
            () ->
                listDesks
                    .leftOfKeys(clock.instant())
                    .map(left -> (double) left.toSeconds())
                    .orElse(Double.NaN));
  }

  @Bean
  Background deskSampling(SampledGauges deskGauges) {
    return new Background(deskGauges::start, deskGauges::close);
  }

  @Bean
  RevokeDesk revokeDesk(Aggregate<Desk> desks, Clock clock) {
    return new RevokeDesk(desks.documents(), clock);
  }

  @Bean
  RecogniseDesk recogniseDesk(Aggregate<Desk> desks, Clock clock) {
    return new RecogniseDesk(desks.documents(), clock);
  }

  @Bean
  Background demoDesk(
      DemoDeskSettings settings,
      Aggregate<Desk> desks,
      RevokeDesk revokeDesk,
      NodeSettings node,
      Clock clock) {
    var demo = new DemoDesk(desks.documents(), requireNonNull(node.country()), clock);
    String id = settings.demoDesk();
    return new Background(
        () -> {
          if (!settings.demo()) {
            demo.revoke(revokeDesk);
          } else if (id != null) {
            demo.open(id);
          }
        },
        () -> {});
  }

  /** No missing key of the audit trail holds back what a revoked key has read. */
  @Bean
  DesksController desksController(
      Aggregate<Desk> desks,
      RevokeDesk revokeDesk,
      ListDesks listDesks,
      NameNotices nameNotices,
      MongoDatabase database,
      LogAuditTrail auditTrail,
      NodeSettings node,
      Clock clock) {
    return new DesksController(
        new RegisterDesk(desks.documents(), clock),
        new ConfirmEntry<>(desks.documents(), DesksConfiguration::confirmed),
        new RenewDesk(desks.documents(), clock),
        revokeDesk,
        listDesks,
        new ListNoticesRead(new MongoNoticesRead(database), auditTrail.evenWithoutKey(), clock),
        nameNotices,
        requireNonNull(node.country()),
        clock);
  }

  private static Edit<Desk> confirmed(Guarded<Desk> read, String by, Instant now) {
    Desk confirmed = read.state().confirmed(by, now);
    return Edit.of(confirmed, by, Desk.CONFIRMED)
        .withDues(DeskDues.missedAt(confirmed.expiresAt()));
  }
}
