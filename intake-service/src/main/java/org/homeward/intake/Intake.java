package org.homeward.intake;

import org.homeward.frame.config.FrameConfiguration;
import org.homeward.intake.config.AccessConfiguration;
import org.homeward.intake.config.BrokerConfiguration;
import org.homeward.intake.config.CasesConfiguration;
import org.homeward.intake.config.StoreConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Starts intake-service; the imports are its table of contents. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = {MongoAutoConfiguration.class, KafkaAutoConfiguration.class})
@Import({
  FrameConfiguration.class,
  StoreConfiguration.class,
  BrokerConfiguration.class,
  CasesConfiguration.class,
  AccessConfiguration.class
})
public class Intake {

  public static void main(String[] arguments) {
    SpringApplication.run(Intake.class, arguments);
  }
}
