package org.homeward.face.problem;

import java.io.IOException;
import org.springframework.boot.logging.StackTracePrinter;

/** Stack traces of structured log lines without exception messages; Boot makes it by name. */
public final class SilentStackTraces implements StackTracePrinter {

  @Override
  public void printStackTrace(Throwable failure, Appendable out) throws IOException {
    out.append(Silenced.stack(failure)); // upholds 8
  }
}
