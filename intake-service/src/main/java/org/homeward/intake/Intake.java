package org.homeward.intake;

import org.homeward.intake.config.IntakeConfiguration;
import org.springframework.boot.SpringApplication;

/** Takes reports, keeps cases, publishes them. */
public final class Intake {

  private Intake() {}

  public static void main(String[] arguments) {
    SpringApplication.run(IntakeConfiguration.class, arguments);
  }
}
