package org.homeward.local.police;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import org.homeward.local.police.Entry.Doubtful;
import org.homeward.local.police.Entry.Kind;
import org.homeward.local.police.Entry.Message;

/** Prints what the desk is told. Each item begins a line; what belongs to it is indented. */
final class Screen {

  private final PrintStream out;

  Screen(PrintStream out) {
    this.out = out;
  }

  /**
   * Shows a message.
   *
   * @param before what was shown of it last, if anything was
   */
  void show(Message message, Optional<Held> before) {
    String what =
        message.kind() == Kind.CANCEL
            ? "OVER"
            : before.isEmpty()
                ? "NEW"
                : message.edition() > before.get().edition() ? "CHANGED" : "AGAIN";
    String exercise = message.exercise() ? "EXERCISE " : "";
    String title = message.headline().isBlank() ? message.note() : message.headline();
    line(exercise + what + "  " + title);
    line("  notice " + message.notice() + ", edition " + message.edition());
    line("  sent " + message.sent() + ", signed with " + message.kid());
    block("  ! ", message.warning());
    block("  | ", message.text());
  }

  /** Says that a notice is over of which no message is left. */
  void show(Entry.Stone stone) {
    line("OVER  " + stone.title());
    line(
        "  notice "
            + stone.notice()
            + "; there is no message of it any more, so nothing is signed");
  }

  /** Says that something came which may not be believed. */
  void warn(Doubtful doubtful) {
    String key = doubtful.kid().isEmpty() ? "" : ", key " + doubtful.kid();
    line("NOT BELIEVED  notice " + doubtful.notice() + " (" + doubtful.reason() + key + ")");
    line("  Its signature does not hold, so it is not shown. Call the hotline.");
  }

  /** Says that a notice which was on is missing after everything was read again. */
  void missing(String notice) {
    line("MISSING  notice " + notice);
    line("  It was on, and the feed has it no more. Call the hotline.");
  }

  void say(String text) {
    line("# " + text);
  }

  /** Returns when everything is out; otherwise nothing of it counts as shown. */
  void flush() throws IOException {
    out.flush();
    if (out.checkError()) {
      throw new IOException("what was read could not be printed");
    }
  }

  private void block(String mark, String text) {
    if (!text.isBlank()) {
      text.lines().forEach(each -> line(mark + each));
    }
  }

  /** Text that a caller typed does not steer the terminal. */
  private void line(String text) {
    out.println(text.replaceAll("[\\p{Cntrl}\\u0080-\\u009f\\u202a-\\u202e\\u2066-\\u2069]", " "));
  }
}
