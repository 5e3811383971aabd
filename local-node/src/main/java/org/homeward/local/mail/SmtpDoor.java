package org.homeward.local.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;

/** GreenMail's SMTP server on loopback, with a {@link Reception} for each connection. */
final class SmtpDoor extends SmtpServer {
  private static final Duration START = Duration.ofSeconds(20);

  private final Mailbox mailbox;

  private SmtpDoor(int port, Mailbox mailbox) {
    super(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP), new Managers());
    this.mailbox = mailbox;
  }

  /** Returns when it listens. */
  static SmtpDoor open(int port, Mailbox mailbox) throws IOException, InterruptedException {
    var door = new SmtpDoor(port, mailbox);
    door.startService();
    if (!door.waitTillRunning(START.toMillis())) {
      throw new IOException("nothing can listen on port " + port);
    }
    return door;
  }

  @Override
  protected ProtocolHandler createProtocolHandler(Socket client) {
    try {
      client.setTcpNoDelay(true); // or each answer waits 40 ms for the client's acknowledgement
    } catch (SocketException gone) {
      log.debug("closed before it was greeted");
    }
    var reception = new Reception(managers, mailbox, client);
    return new SmtpHandler(new SmtpCommandRegistry(), reception, client) {
      @Override
      public void run() {
        try {
          super.run();
        } catch (IllegalStateException connectionIsGone) {
          close(); // the client's doing, or a behaviour
        }
      }
    };
  }
}
