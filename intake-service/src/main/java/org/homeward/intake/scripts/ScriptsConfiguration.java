package org.homeward.intake.scripts;

import static org.homeward.face.access.Role.CONFIDANT;
import static org.homeward.face.access.Role.OPERATOR;
import static org.homeward.face.access.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.time.Clock;
import java.util.List;
import org.homeward.durable.Aggregate;
import org.homeward.face.access.Permit;
import org.homeward.frame.store.Aggregates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The hotline's own texts, which stay here. */
@Configuration(proxyBeanMethods = false)
public class ScriptsConfiguration {

  /** The team writes; a supervisor approves and withdraws. */
  public static List<Permit> permits() {
    String script = "/api/v1/scripts/{script}";
    return List.of(
        Permit.of(GET, "/api/v1/scripts", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(GET, script, OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, script + "/propose", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, script + "/approve", SUPERVISOR),
        Permit.of(POST, script + "/withdraw", SUPERVISOR));
  }

  @Bean
  Aggregate<Script> scripts(Aggregates aggregates) {
    return aggregates.of("scripts", Script.class).declared();
  }

  @Bean
  KeepScripts keepScripts(Aggregate<Script> scripts, Clock clock) {
    return new KeepScripts(scripts.documents(), BuiltInScripts.read(), clock);
  }

  @Bean
  ScriptsController scriptsController(KeepScripts keepScripts) {
    return new ScriptsController(keepScripts);
  }
}
