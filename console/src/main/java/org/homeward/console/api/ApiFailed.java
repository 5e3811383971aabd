package org.homeward.console.api;

/** The API did not give what a page needs. */
final class ApiFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Answer answer;

  ApiFailed(Answer answer) {
    super(answer.getClass().getSimpleName());
    this.answer = answer;
  }

  Answer answer() {
    return answer;
  }
}
