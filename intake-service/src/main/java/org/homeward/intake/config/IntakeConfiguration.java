package org.homeward.intake.config;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The table of contents of this service. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = {MongoAutoConfiguration.class, KafkaAutoConfiguration.class})
@EnableConfigurationProperties(IntakeSettings.class)
@Import({
  StoreConfiguration.class,
  CasesConfiguration.class,
  WebConfiguration.class,
  WatchConfiguration.class
})
public class IntakeConfiguration {}
