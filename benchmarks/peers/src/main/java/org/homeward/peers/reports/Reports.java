package org.homeward.peers.reports;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** A report and what is to be published of it, in one transaction. */
class Reports {
  private final JdbcTemplate jdbc;
  private final JsonMapper json;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Reports(JdbcTemplate jdbc, JsonMapper json, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.events = events;
    this.clock = clock;
  }

  @Transactional
  public void accept(Report report) {
    UUID id = UUID.randomUUID();
    jdbc.update(
        "insert into report (id, received_at, body) values (?, ?, ?)",
        id,
        Timestamp.from(clock.instant()),
        json.writeValueAsString(report));
    events.publishEvent(new ReportAccepted(id, report));
  }
}
