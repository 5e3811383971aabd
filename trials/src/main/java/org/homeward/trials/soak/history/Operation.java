package org.homeward.trials.soak.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request and its outcome.
 *
 * @param subject the plate of the report
 * @param key the Idempotency-Key: a repeat has the same
 * @param answered null when the outcome is unknown
 * @param status 0 when nothing was answered
 * @param gave the id of the created thing; empty when the answer names none
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

  /** A status from 500 on says nothing: the request may have been executed. */
  public Result result() {
    if (answered == null || status >= 500) {
      return Result.UNKNOWN;
    }
    return status < 300 ? Result.OK : Result.REFUSED;
  }

  public boolean isOk() {
    return result() == Result.OK;
  }

  /** The same request without an answer: it may have been executed or not. */
  public Operation forgotten() {
    return new Operation(node, kind, subject, by, key, invoked, null, 0, "", "");
  }

  /** One line of JSON without personal data. */
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
