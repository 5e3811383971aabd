package org.homeward.bridge;

import org.homeward.bridge.disclosure.DisclosureConfiguration;
import org.homeward.bridge.handovers.HandoversConfiguration;
import org.homeward.bridge.handovers.desk.DeskConfiguration;
import org.homeward.bridge.messages.MessagesConfiguration;
import org.homeward.bridge.partners.PartnersConfiguration;
import org.homeward.bridge.photos.PhotosConfiguration;
import org.homeward.bridge.quarantine.QuarantineConfiguration;
import org.homeward.bridge.sight.SightConfiguration;
import org.homeward.frame.changes.FrameChangesConfiguration;
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
  FrameChangesConfiguration.class,
  BridgeConfiguration.class,
  AccessConfiguration.class,
  PartnersConfiguration.class,
  QuarantineConfiguration.class,
  SightConfiguration.class,
  HandoversConfiguration.class,
  DeskConfiguration.class,
  DisclosureConfiguration.class,
  PhotosConfiguration.class,
  MessagesConfiguration.class
})
public class BridgeApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(BridgeApplication.class, arguments);
  }
}
