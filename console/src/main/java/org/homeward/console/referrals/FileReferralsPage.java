package org.homeward.console.referrals;

import java.util.List;
import java.util.Map;

/**
 * The referrals of one care file, and the form of another one.
 *
 * @param mine whether the reader is a member
 * @param providers to choose from: id to name
 * @param services to choose from
 * @param typed the form as it came back
 */
record FileReferralsPage(
    String file,
    boolean exercise,
    boolean mine,
    List<ReferralLine> lines,
    Map<String, String> providers,
    List<String> services,
    String key,
    Map<String, String> typed,
    Map<String, String> wrong) {

  static final List<String> FIELDS = List.of("NAME", "BORN_IN", "LANGUAGE", "CONTACT");

  FileReferralsPage {
    lines = List.copyOf(lines);
    services = List.copyOf(services);
    typed = Map.copyOf(typed);
    wrong = Map.copyOf(wrong);
  }

  String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  boolean isPressed(String field) {
    return typed.containsKey("fields." + field);
  }
}
