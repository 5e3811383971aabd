package org.homeward.alert.subscribers.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Angus Mail's transport that remembers how far a mail came and what was answered there; from its
 * exceptions alone, an answer that is followed by a lost connection could not be told from none.
 */
final class SmtpDialogue extends SMTPTransport {

  /** How far a mail came. */
  enum Step {
    CONNECT,
    MAIL,
    RCPT,
    DATA,
    END
  }

  private Step step = Step.CONNECT;
  private int answer;
  private boolean resetting;
  private boolean clean;

  SmtpDialogue(Session session) {
    super(session, new URLName("smtp", null, -1, null, null, null));
  }

  /** The next mail begins. */
  void begin() {
    step = Step.CONNECT;
    answer = 0;
    clean = false;
  }

  Step step() {
    return step;
  }

  /** The server's status for this step; 0 or less when it has not answered. */
  int answer() {
    return answer;
  }

  /** Whether the server has confirmed that nothing of the last mail is left. */
  boolean isClean() {
    return clean;
  }

  @Override
  protected void sendCommand(String command) throws MessagingException {
    resetting = command.equals("RSET");
    if (command.startsWith("MAIL FROM:")) {
      reached(Step.MAIL);
    } else if (command.startsWith("RCPT TO:")) {
      reached(Step.RCPT);
    } else if (command.equals("DATA")) {
      reached(Step.DATA);
    } else if (command.equals(".")) {
      reached(Step.END);
    } else if (!resetting && step == Step.CONNECT) {
      answer = 0;
    }
    super.sendCommand(command);
  }

  private void reached(Step next) {
    step = next;
    answer = 0;
  }

  @Override
  protected int readServerResponse() throws MessagingException {
    int code = super.readServerResponse();
    if (resetting) {
      clean = code == 250;
    } else {
      answer = code;
      clean = step == Step.END && code == 250;
    }
    return code;
  }
}
