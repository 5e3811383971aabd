package org.homeward.console.partners;

import java.util.Map;

/**
 * The page on which standard clauses with a partner are put on file.
 *
 * @param partner what people call it
 * @param reference where the signed paper is, as typed
 * @param key makes a repeated form of this page one command
 * @param wrong what is wrong, by field, in words; the empty name is for all of it
 */
record ClausesPage(
    String node, String partner, String reference, String key, Map<String, String> wrong) {

  ClausesPage {
    wrong = Map.copyOf(wrong);
  }

  String wrong(String field) {
    return wrong.getOrDefault(field, "");
  }
}
