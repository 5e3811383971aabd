package org.homeward.peers.postgres;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.homeward.peers.PeerSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Survives the death of its processes, not the loss of power, as our embedded store does. */
@Configuration
class PostgresConfiguration {
  private static final int CONNECTIONS = 20;

  @Bean(destroyMethod = "close")
  EmbeddedPostgres postgres(PeerSettings settings) throws IOException {
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(settings.directory().resolve("postgres").toFile())
        .setDataDirectory(settings.directory().resolve("data"))
        .setRegisterShutdownHook(false) // Spring ends it last: those that use it end before
        .setServerConfig("synchronous_commit", "on") // as it comes, the last commits may be lost
        .start();
  }

  @Bean
  DataSource dataSource(EmbeddedPostgres postgres) {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
    pool.setMaximumPoolSize(CONNECTIONS);
    return pool;
  }
}
