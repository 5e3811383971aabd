package org.homeward.peers;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The outbox that a Spring engineer would use instead of their own. */
@SpringBootApplication
@EnableConfigurationProperties(PeerSettings.class)
public class ModulithPeer {

  /** Ends, and PostgreSQL with it, when the process that measures has ended, however it did. */
  public static void main(String[] arguments) {
    var application = SpringApplication.run(ModulithPeer.class, arguments);
    ProcessHandle.of(application.getBean(PeerSettings.class).measuredBy())
        .ifPresentOrElse(
            measuring -> measuring.onExit().thenRun(() -> System.exit(0)), () -> System.exit(1));
  }
}
