package org.homeward.bridge;

import org.homeward.bridge.config.AccessConfiguration;
import org.homeward.bridge.config.BrokerConfiguration;
import org.homeward.bridge.config.HandoversConfiguration;
import org.homeward.bridge.config.MessagesConfiguration;
import org.homeward.bridge.config.MetricsConfiguration;
import org.homeward.bridge.config.PartnersConfiguration;
import org.homeward.bridge.config.StoreConfiguration;
import org.homeward.bridge.config.TellingConfiguration;
import org.homeward.frame.config.FrameConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Starts partner-bridge-service; the imports are its table of contents. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = {MongoAutoConfiguration.class, KafkaAutoConfiguration.class})
@Import({
  FrameConfiguration.class,
  StoreConfiguration.class,
  BrokerConfiguration.class,
  PartnersConfiguration.class,
  HandoversConfiguration.class,
  TellingConfiguration.class,
  MessagesConfiguration.class,
  AccessConfiguration.class,
  MetricsConfiguration.class
})
public class Bridge {

  public static void main(String[] arguments) {
    SpringApplication.run(Bridge.class, arguments);
  }
}
