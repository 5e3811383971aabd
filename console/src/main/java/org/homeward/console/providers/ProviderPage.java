package org.homeward.console.providers;

import java.util.Map;

/**
 * One provider.
 *
 * @param told what has just been done, in words; empty when the page is only read
 * @param keeps whether the reader keeps the directory
 * @param mayAddress whether the reader may ask where it is
 * @param address where it is, once she has asked
 * @param seen the version that the page shows
 */
record ProviderPage(
    ProviderLine line,
    String told,
    boolean keeps,
    boolean mayAddress,
    String address,
    String seen,
    ProviderForm form,
    Map<String, String> wrong) {

  ProviderPage {
    wrong = Map.copyOf(wrong);
  }

  @Override
  public String toString() {
    return "ProviderPage[" + line.id() + "]";
  }
}
