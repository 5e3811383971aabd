package org.homeward.console.api;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The answer of the API to one request. */
public sealed interface Answer {

  /**
   * It was done, or here is what was asked for.
   *
   * @param etag the version of what was read or changed; empty when there is none
   */
  record Done(int status, JsonNode body, String etag) implements Answer {}

  /**
   * It was refused, and nothing has changed.
   *
   * @param type the end of the problem's type, as {@code invalid}
   */
  record Refused(int status, String type, List<Wrong> errors) implements Answer {

    public Refused {
      errors = List.copyOf(errors);
    }
  }

  /**
   * It was not answered, so it may have been done or not; a repetition with the same key is safe.
   *
   * @param what which part of the node: {@code cases}, {@code alerts}, {@code partners}, {@code
   *     gateway}
   */
  record Away(String what) implements Answer {}

  /**
   * One error of a request.
   *
   * @param pointer into the request's body
   * @param rule which rule it breaks
   */
  record Wrong(String pointer, String rule) {}
}
