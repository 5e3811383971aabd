package org.homeward.trials.soak.look;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import org.homeward.trials.soak.load.SoakReports;

/** Words that every report contains and that must not appear anywhere else. */
final class Planted {
  /** As far as it is ASCII, however the rest is escaped. */
  private static final String IN_CARE = SoakReports.IN_CARE.substring(0, 6);

  private static final List<String> SPELLINGS = spellings();

  boolean isIn(byte[] bytes) {
    String text = new String(bytes, ISO_8859_1); // a char for each byte, whatever they mean
    return SPELLINGS.stream().anyMatch(text::contains);
  }

  /** Nothing of a care file may stand in a record of a topic, whatever else does. */
  boolean isOfCare(byte[] bytes) {
    return new String(bytes, ISO_8859_1).contains(IN_CARE);
  }

  private static List<String> spellings() {
    List<String> all = new ArrayList<>();
    for (String word : List.of(SoakReports.NAME, SoakReports.PHONE, SoakReports.IN_CARE)) {
      all.add(new String(word.getBytes(UTF_8), ISO_8859_1));
      all.add(URLEncoder.encode(word, UTF_8));
    }
    all.add(IN_CARE);
    all.add(SoakReports.NAME.substring(0, 9)); // as far as it is ASCII, however the rest is escaped
    return all;
  }
}
