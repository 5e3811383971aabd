package org.homeward.alert;

import org.homeward.alert.config.AccessConfiguration;
import org.homeward.alert.config.AlertsConfiguration;
import org.homeward.alert.config.AuthoritiesConfiguration;
import org.homeward.alert.config.CopiesConfiguration;
import org.homeward.alert.config.DesksConfiguration;
import org.homeward.alert.config.ErasuresConfiguration;
import org.homeward.alert.config.FeedConfiguration;
import org.homeward.alert.config.MailConfiguration;
import org.homeward.alert.config.MetricsConfiguration;
import org.homeward.alert.config.NodeConfiguration;
import org.homeward.alert.config.NoticesConfiguration;
import org.homeward.alert.config.SlicesConfiguration;
import org.homeward.alert.config.StopsConfiguration;
import org.homeward.alert.config.SubscriptionsConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Starts alert-service; the imports are its table of contents. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = {MongoAutoConfiguration.class, KafkaAutoConfiguration.class})
@Import({
  NodeConfiguration.class,
  CopiesConfiguration.class,
  NoticesConfiguration.class,
  DesksConfiguration.class,
  FeedConfiguration.class,
  MailConfiguration.class,
  SubscriptionsConfiguration.class,
  AuthoritiesConfiguration.class,
  StopsConfiguration.class,
  AlertsConfiguration.class,
  SlicesConfiguration.class,
  ErasuresConfiguration.class,
  AccessConfiguration.class,
  MetricsConfiguration.class
})
public class Alert {

  public static void main(String[] arguments) {
    // Else it is looked for in all jars within the jar, several times for each mail.
    System.setProperty(
        "jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
    SpringApplication.run(Alert.class, arguments);
  }
}
