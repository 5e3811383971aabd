package org.homeward.trials.soak.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request and what became of it.
 *
 * @param subject what marks the report that all is about
 * @param key of the wish: a repeat has the same
 * @param answered null when the outcome is unknown
 * @param status 0 when nothing was answered
 * @param gave the id of what was made; empty when the answer names none
 * @param problem the kind of a refusal; empty when it is none
 */
public record Operation(
    String node,
    Kind kind,
    String subject,
    String by,
    String key,
    Instant invoked,
    @Nullable Instant answered,
    int status,
    String gave,
    String problem) {

  /** The outcome of a request, as far as its caller can know. */
  public enum Result {
    OK,
    REFUSED,
    UNKNOWN
  }

  /** An answer from 500 on says nothing: what was asked may have been done. */
  public Result result() {
    if (answered == null || status >= 500) {
      return Result.UNKNOWN;
    }
    return status < 300 ? Result.OK : Result.REFUSED;
  }

  public boolean isOk() {
    return result() == Result.OK;
  }

  /** As if nothing had been answered: it may have been done or not. */
  public Operation forgotten() {
    return new Operation(node, kind, subject, by, key, invoked, null, 0, "", "");
  }

  /** One line of JSON; nothing in it is about a person. */
  String json() {
    return """
        {"node": "%s", "kind": "%s", "subject": "%s", "by": "%s", "key": "%s", "invoked": "%s", \
        "answered": %s, "result": "%s", "status": %d, "gave": "%s", "problem": "%s"}
        """
        .formatted(
            node,
            kind,
            subject,
            by,
            key,
            invoked,
            answered == null ? "null" : "\"" + answered + "\"",
            result(),
            status,
            gave,
            problem);
  }
}
