package org.homeward.intake.holds;

import java.time.Clock;
import org.homeward.durable.Aggregate;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.registers.AddressRelease;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A person releases a report to police or holds it, and is reminded of what is still held. */
@Configuration(proxyBeanMethods = false)
public class HoldsConfiguration {

  @Bean
  RemindOfHeld remindOfHeld(Aggregate<KeptCase> cases, Clock clock) {
    return new RemindOfHeld(cases.documents(), clock);
  }

  @Bean
  HoldsController holdsController(
      LookAtCase lookAtCase, ChangeCase changeCase, AddressRelease addressRelease, Clock clock) {
    return new HoldsController(lookAtCase, changeCase, addressRelease, clock);
  }
}
