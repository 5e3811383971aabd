package org.homeward.engines.engine;

/**
 * Whether an engine works at this moment.
 *
 * @param detail one sentence for people, without personal data
 */
public record Health(State state, String detail) {
  /** The two answers a caller can act on. */
  public enum State {
    UP,
    DOWN
  }

  public static Health up(String detail) {
    return new Health(State.UP, detail);
  }

  public static Health down(String detail) {
    return new Health(State.DOWN, detail);
  }

  public boolean isUp() {
    return state == State.UP;
  }
}
