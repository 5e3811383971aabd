package org.homeward.console.oncall;

import java.util.List;

/**
 * The card, to call from.
 *
 * @param caseId the case that a call is about; empty when it is about none
 * @param code what people call the case on the telephone
 * @param told what has just been done, in words; empty when the page is only read
 * @param wrong why the last press changed nothing, in words; empty when it did
 * @param key of its forms
 */
record OnCallPage(
    String caseId, String code, List<Entry> entries, String told, String wrong, String key) {

  OnCallPage {
    entries = List.copyOf(entries);
  }

  /**
   * Somebody to call.
   *
   * @param dial the number without what only people read
   * @param tried who tried it today and whether anybody answered, in words, the newest first
   */
  record Entry(
      String id,
      String duty,
      String name,
      String phone,
      String dial,
      String note,
      List<String> tried) {

    Entry {
      tried = List.copyOf(tried);
    }

    @Override
    public String toString() {
      return "Entry[" + id + "]";
    }
  }

  @Override
  public String toString() {
    return "OnCallPage[redacted]";
  }
}
