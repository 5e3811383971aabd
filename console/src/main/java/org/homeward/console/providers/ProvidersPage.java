package org.homeward.console.providers;

import java.util.List;
import java.util.Map;

/**
 * The directory.
 *
 * @param told what has just been done, in words; empty when the page is only read
 * @param keeps whether the reader keeps it
 * @param service of which only those are shown; empty for all
 * @param language the same
 * @param form of a new one
 */
record ProvidersPage(
    String told,
    boolean keeps,
    String service,
    String language,
    List<ProviderLine> lines,
    ProviderForm form,
    Map<String, String> wrong) {

  ProvidersPage {
    lines = List.copyOf(lines);
    wrong = Map.copyOf(wrong);
  }
}
