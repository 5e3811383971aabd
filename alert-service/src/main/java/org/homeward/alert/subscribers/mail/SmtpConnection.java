package org.homeward.alert.subscribers.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One connection to the server; the deadline of what is under way closes its socket. */
final class SmtpConnection {

  private final SmtpServer server;
  private final ScheduledExecutorService watch;
  private final Socket socket = new Socket();
  private final SmtpDialogue dialogue;
  private boolean open;
  private int mails;

  SmtpConnection(SmtpServer server, Session session, ScheduledExecutorService watch) {
    this.server = server;
    this.watch = watch;
    this.dialogue = new SmtpDialogue(session);
  }

  /** Mails that it has carried before. */
  int mails() {
    return mails;
  }

  /** Whether another mail may follow on it. */
  boolean isUsable() {
    return open && (mails == 0 || dialogue.isClean());
  }

  /** Returns what the dialogue tells, however it ended. */
  SmtpDialogue send(SmtpMessage message, Duration left) {
    dialogue.begin();
    Future<?> deadline = watch.schedule(this::cut, left.toMillis(), TimeUnit.MILLISECONDS);
    try {
      if (!open) {
        socket.connect(server.address(left), Math.toIntExact(Math.max(1, left.toMillis())));
        dialogue.connect(socket);
        open = true;
        dialogue.begin();
      }
      mails++;
      dialogue.sendMessage(message, new Address[] {message.recipient()});
    } catch (MessagingException | IOException | IllegalStateException e) {
      // The dialogue says what it means; the exception's text quotes addresses.
    } finally {
      deadline.cancel(false);
    }
    return dialogue;
  }

  /** Says good-bye where that is possible at once. */
  void close() {
    Future<?> deadline = watch.schedule(this::cut, 1, TimeUnit.SECONDS);
    try {
      dialogue.close();
    } catch (MessagingException alreadyGone) {
      // Good-bye anyway.
    } finally {
      deadline.cancel(false);
      cut();
    }
  }

  private void cut() {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone then.
    }
  }
}
