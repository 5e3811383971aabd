package org.homeward.console.registers;

/**
 * A new key of a desk, shown once.
 *
 * @param key empty when it was shown before
 */
record KeyPage(String id, String name, String key) {

  @Override
  public String toString() {
    return "KeyPage[" + id + "]";
  }
}
