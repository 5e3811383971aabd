package org.homeward.peers.feed;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** The read model: one row for each report. */
class Feed {
  private static final String UPSERT =
      """
      insert into feed (id, plate, category, risk) values (cast(? as uuid), ?, ?, ?)
      on conflict (id) do update
      set plate = excluded.plate, category = excluded.category, risk = excluded.risk
      """;

  private final JdbcTemplate jdbc;

  Feed(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  record Row(String id, String plate, String category, String risk) {}

  @Transactional
  public void show(List<Row> rows) {
    jdbc.batchUpdate(
        UPSERT,
        rows.stream()
            .map(row -> new Object[] {row.id(), row.plate(), row.category(), row.risk()})
            .toList());
  }
}
