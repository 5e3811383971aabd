package org.homeward.local.mail;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;

/**
 * A mail server that delivers nothing, in a process of its own; a page shows the mails that
 * arrived.
 *
 * <p>Arguments: {@code --node=rs --smtp-port=1025 --page-port=8025}.
 */
public final class MailProcess implements AutoCloseable {
  private static final int CANNOT_START = 69;

  /** Without it the class is searched in all jars, several times for each mail. */
  private static final Map<String, String> MAIL_CLASSES =
      Map.of("jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");

  private final SmtpDoor smtp;
  private final MailPage page;

  private MailProcess(SmtpDoor smtp, MailPage page) {
    this.smtp = smtp;
    this.page = page;
  }

  /** Returns when both ports answer; 0 takes any free port. */
  static MailProcess start(String node, int smtpPort, int pagePort, Clock clock)
      throws IOException, InterruptedException {
    var mailbox = new Mailbox(clock);
    var smtp = SmtpDoor.open(smtpPort, mailbox);
    return new MailProcess(smtp, MailPage.open(node, pagePort, mailbox));
  }

  public static void main(String[] arguments) throws InterruptedException {
    MAIL_CLASSES.forEach(System::setProperty);
    try {
      var process =
          start(
              setting(arguments, "--node="),
              Integer.parseInt(setting(arguments, "--smtp-port=")),
              Integer.parseInt(setting(arguments, "--page-port=")),
              Clock.systemUTC());
      Runtime.getRuntime().addShutdownHook(new Thread(process::close, "mail ends"));
    } catch (IOException | IllegalArgumentException e) {
      System.err.println("The mail server cannot start: " + e.getMessage());
      System.exit(CANNOT_START);
    }
    Thread.currentThread().join();
  }

  int smtpPort() {
    return smtp.getPort();
  }

  int pagePort() {
    return page.port();
  }

  @Override
  public void close() {
    page.close();
    smtp.stopService(1000);
  }

  private static String setting(String[] arguments, String name) {
    for (String argument : arguments) {
      if (argument.startsWith(name)) {
        return argument.substring(name.length());
      }
    }
    throw new IllegalArgumentException(name + "… is missing");
  }
}
