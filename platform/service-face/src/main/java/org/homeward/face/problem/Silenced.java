package org.homeward.face.problem;

/**
 * A stack trace without exception messages: those may repeat what a person said, or a secret. Ours
 * and the first frames.
 */
public final class Silenced {

  private static final int FIRST_FRAMES = 10;
  private static final int MAX_CAUSES = 5;

  private Silenced() {}

  public static String stack(Throwable failure) {
    var text = new StringBuilder();
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++, cause = cause.getCause()) {
      text.append(depth == 0 ? "" : "\ncaused by ").append(cause.getClass().getName());
      var frames = cause.getStackTrace();
      for (int i = 0; i < frames.length; i++) {
        if (i < FIRST_FRAMES || frames[i].getClassName().startsWith("org.homeward")) {
          text.append("\n  at ").append(frames[i]);
        }
      }
    }
    return text.toString();
  }
}
