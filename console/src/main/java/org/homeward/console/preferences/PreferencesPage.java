package org.homeward.console.preferences;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The page that a link has opened.
 *
 * @param key of the page; never in an address
 * @param email whose it is
 * @param exercise gets exercises and nothing else
 * @param country by name
 * @param language that is chosen, as {@code sr}
 * @param ticked regions by code; none for the whole country
 * @param quiet the hours without news
 * @param texts whether the node sends text messages
 * @param phone that is told, or waits for its code
 * @param offered what can be chosen
 * @param done what has just been done; empty when nothing was
 * @param failed why nothing was, in words; empty when nothing failed
 * @param wrong what was wrong, in words, by field
 */
record PreferencesPage(
    String key,
    String email,
    boolean exercise,
    String country,
    String language,
    List<String> ticked,
    Quiet quiet,
    boolean texts,
    Phone phone,
    Offered offered,
    String done,
    String failed,
    Map<String, String> wrong) {

  PreferencesPage {
    ticked = List.copyOf(ticked);
    wrong = Map.copyOf(wrong);
  }

  /**
   * The hours without news; all empty for none, but for the zone.
   *
   * @param zone as {@code Europe/Belgrade}
   */
  record Quiet(String from, String to, String zone) {}

  /**
   * A phone.
   *
   * @param number as it was understood; empty for none
   * @param state as {@code LIVE}
   * @param failed why the newest code did not go out, a code of the API
   */
  record Phone(String number, String state, String failed) {

    static final Phone NONE = new Phone("", "", "");

    boolean isThere() {
      return !number.isEmpty();
    }

    boolean isLive() {
      return state.equals("LIVE");
    }
  }

  /**
   * The choices there are.
   *
   * @param regions of the country, by code, in the order of their names
   */
  record Offered(Map<String, String> regions, List<String> zones) {

    Offered {
      regions = Collections.unmodifiableMap(new LinkedHashMap<>(regions));
      zones = List.copyOf(zones);
    }
  }

  boolean isTicked(String region) {
    return ticked.contains(region);
  }

  String wrong(String field) {
    return wrong.getOrDefault(field, "");
  }

  @Override
  public String toString() {
    return "PreferencesPage[redacted]";
  }
}
