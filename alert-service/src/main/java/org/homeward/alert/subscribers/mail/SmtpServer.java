package org.homeward.alert.subscribers.mail;

import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The relay that takes this node's mail, and in whose name. Without encryption only on the same
 * machine: addresses of volunteers are personal data.
 */
final class SmtpServer {

  private final String host;
  private final int port;
  private final InternetAddress from;
  private final Names names;

  /** Resolves a name; this may take any time. */
  @FunctionalInterface
  interface Names {
    InetAddress machine(String name) throws IOException;
  }

  /**
   * @param address host and port, as {@code 127.0.0.1:1025}
   * @param from whom mails come from, as {@code Alerts <alerts@example.org>}
   */
  SmtpServer(String address, String from) {
    this(address, from, InetAddress::getByName);
  }

  SmtpServer(String address, String from, Names names) {
    int colon = address.lastIndexOf(':');
    if (colon < 1 || !address.substring(colon + 1).matches("[0-9]{1,5}")) {
      throw new IllegalArgumentException("the SMTP server is host:port");
    }
    this.host = address.substring(0, colon);
    this.port = Integer.parseInt(address.substring(colon + 1));
    this.from = sender(from);
    this.names = names;
  }

  private static InternetAddress sender(String from) {
    try {
      InternetAddress[] parsed = InternetAddress.parse(from, true);
      if (parsed.length == 1 && EmailAddress.isGood(parsed[0].getAddress())) {
        return parsed[0];
      }
    } catch (AddressException notAnAddress) {
      // The same.
    }
    throw new IllegalArgumentException("the sender of mails is one e-mail address");
  }

  InternetAddress from() {
    return from;
  }

  /** How the server is called in results and metrics. */
  String provider() {
    return host;
  }

  /** Asks for the name every time: relays move. */
  InetSocketAddress address(Duration within) throws IOException {
    InetAddress found = found(within);
    return new InetSocketAddress(InetAddress.getByAddress(host, found.getAddress()), port);
  }

  /** A look-up can't be interrupted, so that its caller waits no longer than this. */
  private InetAddress found(Duration within) throws IOException {
    var asked = new FutureTask<>(() -> names.machine(host));
    Thread.ofPlatform().name("relay name").daemon().start(asked);
    try {
      return asked.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the relay's name is not known now");
    }
  }

  Session session() {
    boolean encrypted = !isLoopback();
    var properties = new Properties();
    properties.setProperty("mail.smtp.localhost", EmailAddress.domainOf(from.getAddress()));
    properties.setProperty("mail.smtp.starttls.enable", String.valueOf(encrypted));
    properties.setProperty("mail.smtp.starttls.required", String.valueOf(encrypted));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.quitwait", "false");
    return Session.getInstance(properties);
  }

  private boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (IOException unknownToday) {
      return false;
    }
  }
}
