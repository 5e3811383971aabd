package org.homeward.local;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.homeward.engines.EnginesProcess;
import org.homeward.local.command.Commands;
import org.homeward.local.issuer.DemoIssuer;
import org.homeward.local.mail.MailProcess;
import org.homeward.local.node.StartAgain;

/**
 * The program behind {@code ./homeward}: commands that run nodes, and three of a node's processes.
 *
 * <p>The script gives {@code -Dhomeward.root} (the project) and {@code -Dhomeward.jars} (copies of
 * the jars).
 */
public final class Homeward {
  private Homeward() {}

  public static void main(String[] arguments) throws Exception {
    String command = arguments.length == 0 ? "" : arguments[0];
    String[] rest = Arrays.copyOfRange(arguments, Math.min(1, arguments.length), arguments.length);
    switch (command) {
      case "engines" -> EnginesProcess.main(rest);
      case "mail" -> MailProcess.main(rest);
      case "again" -> StartAgain.main(rest);
      case "issuer" -> DemoIssuer.main(rest);
      default -> {
        var root = Path.of(System.getProperty("homeward.root", "."));
        var jars = Path.of(System.getProperty("homeward.jars", "."));
        var commands = new Commands(root, jars, System.in, System.out, Clock.systemUTC());
        System.exit(commands.run(command, List.of(rest)));
      }
    }
  }
}
